package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.ClosingMethod;
import java.util.List;
import java.util.stream.Collectors;

/** One account, one run of flatten, and everything that happens around it. Plain values, so that it shrinks and reads well. */
record Script(
        List<Held> held,
        List<Stranger> strangers,
        List<Trouble> troubles,
        ClosingMethod method,
        Server server,
        Company company,
        boolean cancelOrders,
        int rounds,
        int deadlineSeconds,
        int pageSize) {

    @Override
    public String toString() {
        return "flatten within " + deadlineSeconds + " s, " + rounds + " rounds, open orders "
                + (cancelOrders ? "cancelled" : "kept") + ", pages of " + pageSize + ", " + method + ", " + company
                + "\n  " + server
                + lines("held", held)
                + lines("stranger", strangers) + lines("trouble", troubles);
    }

    private static String lines(String name, List<?> entries) {
        return entries.stream().map(entry -> "\n  " + name + ": " + entry).collect(Collectors.joining());
    }
}
