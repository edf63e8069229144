package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import io.github.clearstreet.model.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends what closes positions the broker's way, once each time it is told to, and notes what came of it. */
final class CloseSender {
    private static final int NOT_FOUND = 404;

    /** So many closes of everything may be lost on their way before each position is closed by itself. */
    private static final int LOST = 2;

    private final AccountCalls calls;
    private final FlattenOptions options;
    private final AccountState state;
    private final RunClock clock;
    private final RunLog log;
    private final RequestSender sender;
    private int lost;

    CloseSender(
            AccountCalls calls,
            FlattenOptions options,
            AccountState state,
            RunClock clock,
            RunLog log,
            RequestSender sender) {
        this.calls = calls;
        this.options = options;
        this.state = state;
        this.clock = clock;
        this.log = log;
        this.sender = sender;
    }

    void closeAll(List<TrackedPosition> positions) {
        send(
                "close_positions",
                null,
                positions,
                () -> calls.closePositions(options.cancelOrders(), state.latestRows()));
    }

    void closeOne(TrackedPosition position) {
        String id = position.now().instrumentId();
        send(
                "close_position",
                id,
                List.of(position),
                () -> calls.closePosition(id, options.cancelOrders(), state.latestRows()));
    }

    private void send(
            String operation,
            @Nullable String instrumentId,
            List<TrackedPosition> closed,
            Supplier<ApiResponse<List<Order>>> request) {
        Set<String> before = state.orders().ids();
        List<HeldPosition> positions =
                closed.stream().flatMap(position -> position.rows().stream()).toList();
        Instant sentAt = clock.shownNow();
        closed.forEach(position -> position.closing(before));
        state.positionsMayChange();
        log.add(
                Kind.CLOSING,
                operation + ": " + positions.stream().map(Object::toString).collect(Collectors.joining(", ")),
                positions);
        try {
            calls.decidedBy(positions);
            ApiResponse<List<Order>> response = request.get();
            int made = response.data().size();
            Optional<String> words =
                    sender.accepted(operation + ", " + made + (made == 1 ? " order" : " orders"), response);
            words.ifPresent(text -> closed.forEach(position -> position.serverSaid(text)));
            take(operation, instrumentId, sentAt, before, response.data(), closed);
        } catch (OutcomeUnknownException e) {
            sender.unknown(e, instrumentId, before, positions);
            if (instrumentId == null && (e.status().isPresent() || ++lost >= LOST)) {
                state.refuseCloseAll(); // one of them may have broken it
            }
        } catch (NotSentException e) {
            closed.forEach(TrackedPosition::notClosed);
            sender.notSent(e);
        } catch (RejectedException e) {
            rejected(e, closed, instrumentId != null);
        } catch (IllegalArgumentException e) {
            closed.forEach(position ->
                    position.giveUp(StopReason.UNREADABLE, "it cannot be closed by its id: " + e.getMessage()));
        }
    }

    private void take(
            String operation,
            @Nullable String instrumentId,
            Instant sentAt,
            Set<String> before,
            List<Order> data,
            List<TrackedPosition> closed) {
        Instant now = clock.shownNow();
        List<OrderState> made =
                data.stream().map(order -> OrderState.of(order, now)).toList();
        state.orders().update(made, calls.serverNow()).forEach(log::add);
        List<OrderState> own = made.stream()
                .filter(order -> !order.isOfAnotherAccount(calls.accountId()))
                .toList();
        own.forEach(order -> state.claim(order, closed));
        if (own.stream().anyMatch(order -> order.id().isEmpty())) {
            sender.unresolved(
                    new UnresolvedRequest(operation, instrumentId, sentAt, "an order in the response has no id"),
                    before,
                    closed.stream()
                            .flatMap(position -> position.rows().stream())
                            .toList(),
                    true);
        }
        // Accepted and no order: it may come yet. Closing again has to wait for it, and so has the word that it is
        // flat.
        closed.stream()
                .filter(position -> own.stream().noneMatch(position.before()::concerns))
                .forEach(position -> sender.unresolved(
                        new UnresolvedRequest(
                                operation,
                                position.before().instrumentId(),
                                sentAt,
                                "it was accepted, but the response has no order for "
                                        + position.before().symbol()),
                        before,
                        position.rows(),
                        false));
    }

    private void rejected(RejectedException e, List<TrackedPosition> closed, boolean oneInstrument) {
        sender.rejected(e);
        String text = RequestSender.text(e);
        if (RequestSender.mayPass(e)) {
            closed.forEach(TrackedPosition::notClosed);
        } else if (!oneInstrument && closed.size() > 1) {
            // One of them may be the reason: the others can still be closed.
            closed.forEach(TrackedPosition::notClosed);
            state.refuseCloseAll();
        } else if (AccountReader.saysHalted(text)) {
            closed.forEach(TrackedPosition::notClosed);
            closed.forEach(position -> position.haltedUntil(clock.now(), text));
        } else {
            closed.forEach(position -> position.serverSaid(text));
            if (e.status().orElse(0) != NOT_FOUND) {
                closed.forEach(position -> position.giveUp(RequestSender.reason(e), "the close was refused: " + text));
            } // otherwise the position is gone, or the server will say the same the next times
        }
    }
}
