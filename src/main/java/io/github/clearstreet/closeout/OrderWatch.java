package io.github.clearstreet.closeout;

import io.github.clearstreet.closeout.TimelineEvent.Kind;
import io.github.clearstreet.model.OrderStatus;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Follows the orders of a run, and gives a position up when its closing order says that waiting is of no use. */
final class OrderWatch {
    private static final Pattern MARKET_CLOSED =
            Pattern.compile("market\\b.*\\b(closed|not open)|(closed|not open)\\b.*\\bmarket|outside\\b.*\\bhours");

    private final AccountState state;
    private final RunLog log;
    private boolean started;

    OrderWatch(AccountState state, RunLog log) {
        this.state = state;
        this.log = log;
    }

    static boolean saysMarketIsClosed(String text) {
        return MARKET_CLOSED.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** Tells of the orders that are new, or not as they were. Of those from before the run only the open ones are news. */
    void tell(List<OrderState> orders) {
        orders.stream()
                .filter(order -> started || order.canFill())
                .forEach(order -> log.add(Kind.ORDER, order.toString()));
        started = true;
    }

    /** Gives up each position whose closing order says so. */
    void judge() {
        state.held().forEach(this::judge);
    }

    /** True if no order of the run can fill any more in this position. */
    boolean ordersAreDone(Holding holding) {
        return state.book().open().stream()
                .noneMatch(
                        order -> state.book().isOurs(order) && holding.before().concerns(order));
    }

    String summary() {
        String held =
                state.held().stream().map(holding -> holding.now().toString()).collect(Collectors.joining(", "));
        return "positions: " + (held.isEmpty() ? "none" : held) + "; open orders: "
                + state.book().open().size()
                + (state.problems().isEmpty() ? "" : "; " + String.join("; ", state.problems()));
    }

    private void judge(Holding holding) {
        for (String id : holding.orders()) {
            state.book().order(id).ifPresent(order -> judge(holding, order));
        }
    }

    private void judge(Holding holding, OrderState order) {
        if (order.status().filter(OrderStatus.REJECTED::equals).isPresent()) {
            String details = String.join("; ", order.details());
            giveUp(
                    holding,
                    saysMarketIsClosed(details) ? StopReason.MARKET_CLOSED : StopReason.ORDER_REJECTED,
                    "its closing order was rejected" + (details.isEmpty() ? "" : " (" + details + ")") + ": " + order);
        } else if (order.isQueued()) {
            giveUp(
                    holding,
                    StopReason.ORDER_QUEUED,
                    "its closing order is held back"
                            + order.releasesAt().map(at -> " until " + at).orElse("") + " and will fill then: "
                            + order);
        }
    }

    private void giveUp(Holding holding, StopReason reason, String text) {
        if (holding.givenUp() == null) {
            holding.giveUp(reason, text);
            log.add(Kind.GIVEN_UP, holding.before().symbol() + ": " + text);
        }
    }
}
