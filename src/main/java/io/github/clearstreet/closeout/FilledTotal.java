package io.github.clearstreet.closeout;

import java.math.BigDecimal;

/**
 * What has been bought and sold of an instrument, counted in two ways that differ only when orders came up beside a close.
 *
 * @param separate as if each order had fills of its own
 * @param shared as if they were children of the closing order, which reports their fills again
 */
record FilledTotal(BigDecimal separate, BigDecimal shared) {
    static FilledTotal of(BigDecimal both) {
        return new FilledTotal(both, both);
    }
}
