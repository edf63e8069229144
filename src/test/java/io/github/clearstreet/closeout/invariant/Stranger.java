package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.OrderTicket;

/**
 * Somebody else's order.
 *
 * @param arrival with which request of the run it comes, right before that is carried out; 0 for before the run
 * @param quantity negative for a sale
 * @param isLimited false for an order that looks like one that closes a position
 */
record Stranger(int arrival, Instrument instrument, int quantity, boolean isLimited, OrderPlan plan) {
    OrderTicket ticket() {
        String units = String.valueOf(Math.abs(quantity));
        OrderTicket market = quantity < 0
                ? OrderTicket.sell(instrument.symbol(), units)
                : OrderTicket.buy(instrument.symbol(), units);
        return isLimited ? market.limit("100") : market;
    }

    @Override
    public String toString() {
        return (arrival == 0 ? "before the run: " : "with request " + arrival + ": ") + ticket() + " " + plan;
    }
}
