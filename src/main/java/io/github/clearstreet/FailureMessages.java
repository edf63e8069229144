package io.github.clearstreet;

import io.github.clearstreet.journal.JournalException;
import io.github.clearstreet.runtime.request.Operation;
import java.util.Optional;

/** What the exceptions say: one line, with what became of the account and what to do next. */
final class FailureMessages {
    private static final String READ_AGAIN = "Nothing was changed; it may be repeated.";

    private FailureMessages() {}

    static String rejected(Operation operation, CallFacts facts, ErrorBody body) {
        return subject(facts) + " was rejected with " + facts.status() + said(body) + ". " + whenRefused(operation)
                + rest(facts);
    }

    static String notSent(Operation operation, CallFacts facts, String reason) {
        return subject(facts) + " was not sent: " + reason + ". "
                + (operation.isRead() ? READ_AGAIN : "Nothing happened; it is safe to send it again.");
    }

    static String refusedByGuard(CallFacts facts, GuardRefusedException refusal) {
        return subject(facts) + " was not sent, a guard refused it: " + refusal.getMessage() + ". Nothing happened.";
    }

    static String refusedByJournal(CallFacts facts, JournalException refusal) {
        return subject(facts) + " was not sent: " + Messages.oneLine(String.valueOf(refusal.getMessage()))
                + ". Nothing happened.";
    }

    static String unknown(Operation operation, CallFacts facts, String reason) {
        String after = reason + ", after " + facts.elapsed().toMillis() + " ms. ";
        return operation.isRead()
                ? subject(facts) + " failed: " + after + READ_AGAIN + rest(facts)
                : subject(facts) + " has an unknown outcome: " + after
                        + "It may have been carried out: look at orders and positions before sending again."
                        + rest(facts);
    }

    /** What the server gave as the reason, if it can be read. */
    static String said(ErrorBody body) {
        if (body.error() == null) {
            return "";
        }
        try {
            return ": " + Messages.oneLine(body.error().message()).replaceAll("\\.$", "");
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    private static String whenRefused(Operation operation) {
        return operation.isRead() ? READ_AGAIN : "Nothing was changed.";
    }

    private static String subject(CallFacts facts) {
        return facts.operation() + (facts.accountId() == null ? "" : " of account " + facts.accountId());
    }

    private static String rest(CallFacts facts) {
        return Messages.wait(facts.retryAfter()) + Messages.requestId(Optional.ofNullable(facts.requestId()));
    }
}
