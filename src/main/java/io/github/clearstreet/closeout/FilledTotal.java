package io.github.clearstreet.closeout;

import java.math.BigDecimal;

/**
 * What has been bought and sold of an instrument. The usual count is the first; the others are for the case that the positions
 * contradict it for long.
 *
 * @param separate as if each order had fills of its own
 * @param closed by the closes of the run, as if orders that came up beside one were children that report its fills again
 * @param others by other orders; what filled before the positions were first read may show late, and children count twice
 */
record FilledTotal(BigDecimal separate, BigDecimal closed, BigDecimal others) {
    static FilledTotal of(BigDecimal fills) {
        return new FilledTotal(fills, BigDecimal.ZERO, fills);
    }

    /** What came since then. */
    FilledTotal minus(FilledTotal earlier) {
        return new FilledTotal(
                separate.subtract(earlier.separate), closed.subtract(earlier.closed), others.subtract(earlier.others));
    }

    /** True if a change of the position is what closed, and some or all of what others traded. */
    boolean mayExplain(BigDecimal change) {
        BigDecimal byOthers = change.subtract(closed);
        return byOthers.signum() * others.signum() >= 0
                && byOthers.abs().compareTo(others.abs()) <= 0
                && (others.signum() != 0 || byOthers.signum() == 0);
    }

    /** The change that is nearest to none. */
    BigDecimal least() {
        return separate.abs().compareTo(closed.abs()) < 0 ? separate : closed;
    }
}
