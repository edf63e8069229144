package io.github.clearstreet.closeout.invariant;

import java.util.List;

/**
 * A position at the start of a script.
 *
 * @param quantity negative for a short one
 * @param closings what its first closing order does, its second, and so on; the last plan is that of all later ones
 */
record Held(Instrument instrument, int quantity, List<OrderPlan> closings) {
    OrderPlan closing(int made) {
        return closings.get(Math.min(made, closings.size() - 1));
    }

    @Override
    public String toString() {
        return quantity + " " + instrument + ", closing orders: " + closings;
    }
}
