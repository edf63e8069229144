package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import io.github.clearstreet.model.Order;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends what closes positions, once each time it is told to, and notes what came of it. */
final class CloseRequests {
    private static final int NOT_FOUND = 404;

    private final AccountCalls calls;
    private final FlattenOptions options;
    private final Settings settings;
    private final AccountState state;
    private final RunTime time;
    private final RunLog log;
    private final Outcomes outcomes;

    CloseRequests(
            AccountCalls calls,
            FlattenOptions options,
            Settings settings,
            AccountState state,
            RunTime time,
            RunLog log,
            Outcomes outcomes) {
        this.calls = calls;
        this.options = options;
        this.settings = settings;
        this.state = state;
        this.time = time;
        this.log = log;
        this.outcomes = outcomes;
    }

    void closeAll(List<Holding> holdings) {
        send("close_positions", null, holdings, () -> calls.closePositions(options.cancelOrders()));
    }

    void closeOne(Holding holding) {
        String id = holding.now().instrumentId();
        send("close_position", id, List.of(holding), () -> calls.closePosition(id, options.cancelOrders()));
    }

    private void send(
            String operation,
            @Nullable String instrumentId,
            List<Holding> holdings,
            Supplier<ApiResponse<List<Order>>> request) {
        Set<String> before = state.book().ids();
        List<HeldPosition> positions = holdings.stream().map(Holding::now).toList();
        Instant sentAt = time.now();
        holdings.forEach(Holding::closing);
        state.positionsMayChange();
        log.add(
                Kind.CLOSING,
                operation + ": " + positions.stream().map(Object::toString).collect(Collectors.joining(", ")));
        try {
            ApiResponse<List<Order>> response = request.get();
            int made = response.data().size();
            outcomes.accepted(operation + ", " + made + (made == 1 ? " order" : " orders"), response);
            if (!take(response.data(), holdings)) {
                outcomes.doubt(operation, instrumentId, sentAt, "an order in the answer has no id", before, positions);
            }
        } catch (OutcomeUnknownException e) {
            outcomes.unknown(e, instrumentId, before, positions);
        } catch (NotSentException e) {
            holdings.forEach(Holding::notClosed);
            outcomes.notSent(e);
        } catch (RejectedException e) {
            rejected(e, holdings, instrumentId != null);
        } catch (IllegalArgumentException e) {
            holdings.forEach(holding ->
                    holding.giveUp(StopReason.UNREADABLE, "it cannot be closed by its id: " + e.getMessage()));
        }
    }

    /** Returns false if there is an order among them that cannot be followed. */
    private boolean take(List<Order> orders, List<Holding> holdings) {
        List<OrderState> made = orders.stream().map(OrderState::of).toList();
        state.book().update(made).forEach(order -> log.add(Kind.ORDER, order.toString()));
        made.forEach(order -> state.claim(order, holdings));
        // Accepted and no order: it may come yet. Closing again has to wait for it.
        holdings.stream()
                .filter(holding -> made.stream().noneMatch(holding.before()::concerns))
                .forEach(holding -> holding.holdUntil(time.now().plus(settings.settleTime())));
        return made.stream().allMatch(order -> order.id().isPresent());
    }

    private void rejected(RejectedException e, List<Holding> holdings, boolean oneInstrument) {
        if (Outcomes.mayPass(e)) {
            holdings.forEach(Holding::notClosed);
            outcomes.rejected(e);
            return;
        }
        outcomes.rejected(e);
        if (oneInstrument && e.status().orElse(0) == NOT_FOUND) {
            return; // the position is gone, or the server will say the same in the next rounds
        }
        holdings.forEach(holding -> holding.giveUp(Outcomes.reason(e), "the close was refused: " + Outcomes.text(e)));
    }
}
