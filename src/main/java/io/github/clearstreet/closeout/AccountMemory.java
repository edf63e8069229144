package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a close-out keeps of each account from one run to the next, and which accounts have a run now. Thread-safe. */
final class AccountMemory {
    private final Map<Long, Left> accounts = new HashMap<>();
    private final Map<Long, Boolean> running = new HashMap<>();
    private final Map<Long, Set<Long>> tokens = new HashMap<>();

    /**
     * What a run leaves behind.
     *
     * @param unresolved requests that may still be carried out
     * @param explained what had been filled when the positions showed it
     */
    record Left(List<PendingRequest> unresolved, Map<String, BigDecimal> explained) {}

    /** Begins a run; empty if the account has one. */
    synchronized Optional<Left> begin(long accountId) {
        if (running.putIfAbsent(accountId, true) != null) {
            return Optional.empty();
        }
        Left left = accounts.get(accountId);
        return Optional.of(left == null ? new Left(List.of(), Map.of()) : left);
    }

    /** The tokens of all leases that runs had on the account; only the account's run may change them. */
    synchronized Set<Long> tokens(long accountId) {
        return tokens.computeIfAbsent(accountId, unseen -> new HashSet<>());
    }

    synchronized void end(long accountId, Left left) {
        running.remove(accountId);
        accounts.put(accountId, left);
    }
}
