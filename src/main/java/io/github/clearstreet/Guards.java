package io.github.clearstreet;

import io.github.clearstreet.internal.argument.Checks;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client refuses to do to an account, whatever its caller asks for. Reads always work.
 *
 * <pre>{@code
 * Guards.none().withAccounts(Set.of(19816L)).withMaxPositions(50).withMaxGrossValue(new BigDecimal("2000000"))
 * }</pre>
 *
 * <p>A refused call ends with a {@link NotSentException} whose {@link NotSentException#refusedByGuard()} is true. The size of
 * a close is measured by reading the positions right before it, which takes one more read, with a deadline of its own. What
 * is traded between that read and the close is not seen.
 *
 * <p>Immutable and thread-safe: each {@code with} method gives a changed copy.
 */
public final class Guards {
    private static final Guards NONE = new Guards(null, null, null, false);

    private final @Nullable Set<Long> accounts;
    private final @Nullable Integer maxPositions;
    private final @Nullable BigDecimal maxGrossValue;
    private final boolean dryRun;

    private Guards(
            @Nullable Set<Long> accounts,
            @Nullable Integer maxPositions,
            @Nullable BigDecimal maxGrossValue,
            boolean dryRun) {
        this.accounts = accounts;
        this.maxPositions = maxPositions;
        this.maxGrossValue = maxGrossValue;
        this.dryRun = dryRun;
    }

    /** Guards that refuse nothing, which is what a client has by default. */
    public static Guards none() {
        return NONE;
    }

    /**
     * A copy that lets only these accounts be changed, in place of earlier ones.
     *
     * @param accountIds each more than zero; none at all refuses every account
     * @return the changed copy
     * @throws IllegalArgumentException if an account id is not positive
     */
    public Guards withAccounts(Collection<Long> accountIds) {
        accountIds.forEach(Checks::accountId);
        return new Guards(Set.copyOf(accountIds), maxPositions, maxGrossValue, dryRun);
    }

    /**
     * A copy that refuses a close of more positions than this.
     *
     * @param maxPositions one or more
     * @return the changed copy
     * @throws IllegalArgumentException if it is less than one
     */
    public Guards withMaxPositions(int maxPositions) {
        if (maxPositions < 1) {
            throw new IllegalArgumentException("maxPositions must be one or more, but is " + maxPositions);
        }
        return new Guards(accounts, maxPositions, maxGrossValue, dryRun);
    }

    /**
     * A copy that refuses a close of positions that are worth more than this together, long and short added up without
     * their signs, and a close of positions whose value cannot be read.
     *
     * @param maxGrossValue in the currency of the positions' market value, more than zero
     * @return the changed copy
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Guards withMaxGrossValue(BigDecimal maxGrossValue) {
        if (maxGrossValue.signum() <= 0) {
            throw new IllegalArgumentException(
                    "maxGrossValue must be more than zero, but is " + maxGrossValue.toPlainString());
        }
        return new Guards(accounts, maxPositions, maxGrossValue, dryRun);
    }

    /** A copy that refuses everything that changes an account, or does so no longer. */
    public Guards withDryRun(boolean dryRun) {
        return new Guards(accounts, maxPositions, maxGrossValue, dryRun);
    }

    /**
     * Says why a change of this account is refused, whatever its size.
     *
     * @return empty if it is not refused
     */
    public Optional<String> refusalOfChange(long accountId) {
        if (dryRun) {
            return Optional.of("the client is for a dry run; use a client without it to change anything");
        }
        return accounts == null || accounts.contains(accountId)
                ? Optional.empty()
                : Optional.of(
                        "account " + accountId
                                + " is not among the accounts that this client may change; add it to the guard if it should be");
    }

    /**
     * Says why a close of positions of this size is refused.
     *
     * @param marketValues what each position is worth, with or without its sign; empty for one that is not known
     * @return empty if it is not refused
     */
    public Optional<String> refusalOfClose(List<Optional<BigDecimal>> marketValues) {
        if (maxPositions != null && marketValues.size() > maxPositions) {
            return Optional.of(marketValues.size() + " positions are more than the " + maxPositions
                    + " that a close may have; raise the guard if that is meant");
        }
        if (maxGrossValue == null) {
            return Optional.empty();
        }
        if (marketValues.stream().anyMatch(Optional::isEmpty)) {
            return Optional.of("the value of a position could not be read, so that the close cannot be measured;"
                    + " close without the guard if it should be done all the same");
        }
        BigDecimal gross =
                marketValues.stream().map(value -> value.orElseThrow().abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return gross.compareTo(maxGrossValue) <= 0
                ? Optional.empty()
                : Optional.of("a gross value of " + gross.toPlainString() + " is more than the "
                        + maxGrossValue.toPlainString() + " that a close may have; raise the guard if that is meant");
    }

    Optional<String> refusalOfChange(OptionalLong accountId) {
        if (accountId.isPresent()) {
            return refusalOfChange(accountId.getAsLong());
        }
        return accounts == null || dryRun
                ? refusalOfChange(0)
                : Optional.of("it names no account, and this client may change only some");
    }

    /** True if a close has to be measured before it is sent. */
    boolean measureCloses() {
        return maxPositions != null || maxGrossValue != null;
    }

    @Override
    public String toString() {
        return "Guards[accounts=" + (accounts == null ? "all" : accounts) + ", maxPositions="
                + (maxPositions == null ? "any" : maxPositions) + ", maxGrossValue="
                + (maxGrossValue == null ? "any" : maxGrossValue.toPlainString()) + ", dryRun=" + dryRun + "]";
    }

    /** A guard of the client stops a call before it is sent. The message says which one, and what to do. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
