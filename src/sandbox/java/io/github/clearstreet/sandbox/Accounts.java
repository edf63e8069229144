package io.github.clearstreet.sandbox;

import java.util.Map;
import java.util.function.BiFunction;

/** Lets an operation into an account if the caller may see it. */
final class Accounts {
    private final Ledger ledger;
    private final int unknownAccountStatus;

    Accounts(Ledger ledger, int unknownAccountStatus) {
        this.ledger = ledger;
        this.unknownAccountStatus = unknownAccountStatus;
    }

    <T> T inAccount(Map<String, String> parameters, BiFunction<AccountBook, LedgerTime, T> work) {
        return ledger.inExistingAccount(accountId(parameters), (book, now) -> {
                    if (book.rules().isForeign()) {
                        throw new ApiErrorException(403, "The API key may not use this account.");
                    }
                    return work.apply(book, now);
                })
                .orElseThrow(() -> new ApiErrorException(unknownAccountStatus, "There is no such account."));
    }

    private static long accountId(Map<String, String> parameters) {
        try {
            return Long.parseLong(parameters.getOrDefault("account_id", ""));
        } catch (NumberFormatException e) {
            throw new ApiErrorException(400, "The account id must be an integer.");
        }
    }
}
