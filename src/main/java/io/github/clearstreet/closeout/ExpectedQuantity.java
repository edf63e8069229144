package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What should be held of one instrument: what two reads in a row found, and what filled since. A read that says otherwise is
 * not current, however old it is, if the fills led past it; anything else that stays for a while came about without a trade,
 * and is believed. Not thread-safe.
 */
final class ExpectedQuantity {
    private final Duration patience;
    private @Nullable BigDecimal baseline;
    private FilledTotal counted = FilledTotal.of(BigDecimal.ZERO);
    private @Nullable BigDecimal read;
    private BigDecimal fillsAtRead = BigDecimal.ZERO;

    /** What it has been since the positions last showed what it is. */
    private final Set<BigDecimal> passed = new HashSet<>();

    /** By how much the positions moved to where no fill leads. */
    private BigDecimal drift = BigDecimal.ZERO;

    private BigDecimal lowest = BigDecimal.ZERO;
    private BigDecimal highest = BigDecimal.ZERO;
    private Instant unexplainedSince = Instant.MAX;

    ExpectedQuantity(Duration patience) {
        this.patience = patience;
    }

    /** Nothing was held for certain when this had been filled. */
    void startFromNothing(BigDecimal fills) {
        startFrom(BigDecimal.ZERO, FilledTotal.of(fills));
    }

    /** Orders or executions were read. */
    void fillsRead(FilledTotal fills) {
        if (baseline != null) {
            passed.add(plain(expected(fills.separate())));
            reached(baseline.add(fills.minus(counted).least()));
        }
    }

    /**
     * Positions were read, after the orders. What contradicts the usual count, but not the closes of the run, is believed when
     * it has stayed for as long as a trade may take to show.
     */
    void positionRead(BigDecimal quantity, FilledTotal total, Instant now) {
        BigDecimal fills = total.separate();
        boolean sameAsBefore = read != null && read.compareTo(quantity) == 0 && fillsAtRead.compareTo(fills) == 0;
        BigDecimal moved = read == null ? BigDecimal.ZERO : quantity.subtract(read);
        read = quantity;
        fillsAtRead = fills;
        if (baseline == null) {
            if (sameAsBefore) {
                startFrom(quantity, total);
            }
        } else if (quantity.compareTo(expected(fills)) == 0) {
            unexplainedSince = Instant.MAX;
            drift = BigDecimal.ZERO;
            passed.clear();
            passed.add(plain(quantity));
        } else if (!sameAsBefore || unexplainedSince.equals(Instant.MAX)) {
            unexplainedSince = now;
            if (!passed.contains(plain(quantity))) {
                drift = drift.add(moved);
            }
        } else if (!now.isBefore(unexplainedSince.plus(patience))
                && (!passed.contains(plain(quantity))
                        || (drift.signum() != 0
                                && quantity.compareTo(expected(fills).add(drift)) == 0)
                        || total.minus(counted).mayExplain(quantity.subtract(baseline)))) {
            startFrom(quantity, total);
        }
    }

    /** True once it is known what to count from. */
    boolean isKnown() {
        return baseline != null;
    }

    /** True if the last read of the positions is what the fills make of it. */
    boolean isExplained(BigDecimal fills) {
        return baseline != null && read != null && read.compareTo(expected(fills)) == 0;
    }

    /** What the fills say, once {@link #isKnown}. */
    BigDecimal expected(BigDecimal fills) {
        return baseline == null ? BigDecimal.ZERO : baseline.add(fills).subtract(counted.separate());
    }

    /** True if on its way the quantity was on the other side of zero from this one. */
    boolean crossedZeroFrom(BigDecimal before) {
        return before.signum() > 0 ? lowest.signum() < 0 : before.signum() < 0 && highest.signum() > 0;
    }

    private void reached(BigDecimal quantity) {
        lowest = lowest.min(quantity);
        highest = highest.max(quantity);
    }

    private static BigDecimal plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros();
    }

    private void startFrom(BigDecimal quantity, FilledTotal total) {
        baseline = quantity;
        counted = total;
        unexplainedSince = Instant.MAX;
        drift = BigDecimal.ZERO;
        passed.clear();
        passed.add(plain(quantity));
        reached(quantity);
    }
}
