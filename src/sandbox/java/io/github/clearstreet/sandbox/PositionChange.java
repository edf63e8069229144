package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the sandbox's journal: how a position of an account changed. What the ledger knows, whatever answers said.
 *
 * @param at when, by the sandbox's clock
 * @param symbol trading symbol of the instrument
 * @param quantity units by which the position changed; negative for a sale
 * @param before units held before; negative when short
 * @param after units held after
 * @param cause who made it change
 * @param orderId the order that filled; empty if a test set the position
 */
public record PositionChange(
        Instant at,
        String symbol,
        BigDecimal quantity,
        BigDecimal before,
        BigDecimal after,
        Cause cause,
        Optional<String> orderId) {

    /** Who made a position change. */
    public enum Cause {
        /** A fill of an order that the API created, for {@code close_positions}, {@code close_position} or {@code submit_orders}. */
        API_ORDER,
        /** A fill of an order that a test added, and that stands for other people's orders. */
        TEST_ORDER,
        /** A test set the position. */
        TEST
    }

    /** True if a long position became short or a short one long. Neither from nor to zero is across. */
    public boolean crossesZero() {
        return before.signum() * after.signum() < 0;
    }

    /** Returns what happened, on one line. */
    @Override
    public String toString() {
        return Printable.text(at + " " + symbol + " " + quantity.toPlainString() + ": " + before.toPlainString()
                + " became " + after.toPlainString() + " by " + cause
                + orderId.map(id -> " " + id).orElse(""));
    }
}
