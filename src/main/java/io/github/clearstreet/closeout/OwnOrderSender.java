package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Closes positions by orders of one's own. Whatever the server says to them, they are looked up by their ids, and only a
 * request with the same ids is ever sent again.
 */
final class OwnOrderSender {
    private static final int ORDERS_IN_A_REQUEST = 50;
    private static final int TRIES = 3;
    private static final int TRIES_TOGETHER = 2;
    private static final Pattern USED_ID =
            Pattern.compile("duplicate|already|exist|unique|\\b(re|in )?used?\\b|\\btaken\\b");
    private static final Set<Integer> NOT_OFFERED = Set.of(401, 403, 404, 405, 501);
    private static final int CONFLICT = 409;

    private final AccountCalls calls;
    private final AccountState state;
    private final RunClock clock;
    private final RunLog log;
    private final RequestSender sender;
    private boolean oneByOne;

    OwnOrderSender(AccountCalls calls, AccountState state, RunClock clock, RunLog log, RequestSender sender) {
        this.calls = calls;
        this.state = state;
        this.clock = clock;
        this.log = log;
        this.sender = sender;
    }

    /** True if the position can be closed this way now. */
    boolean canClose(TrackedPosition position) {
        return !position.isOwnOrderRefused() && position.rows().size() == 1;
    }

    /** Sends what these positions take, as far as it is not there already. Returns false if nothing was sent. */
    boolean send(List<TrackedPosition> positions) {
        Map<String, TrackedPosition> byId = new LinkedHashMap<>();
        List<TrackedPosition> leastTriedFirst = positions.stream()
                .sorted(Comparator.comparing(TrackedPosition::ownTries))
                .toList();
        for (TrackedPosition position : leastTriedFirst) {
            if (byId.size() < (oneByOne ? 1 : ORDERS_IN_A_REQUEST)) {
                idToSend(position).ifPresent(id -> byId.put(id, position));
            }
        }
        if (byId.isEmpty()) {
            return false;
        }
        submit(byId);
        return true;
    }

    /** The id under which this position is closed now; empty if there is such an order, or something else is unresolved. */
    private Optional<String> idToSend(TrackedPosition position) {
        String base = ClosingOrders.baseId(
                calls.accountId(), position.now(), state.fills().latestId(position.before()));
        for (int attempt = 0; ; attempt++) {
            String id = base + "-" + attempt;
            OrderState known = state.orders().withClientId(id).orElse(null);
            if (known == null) {
                boolean other =
                        state.unresolved().ownIds(position.before()).stream().anyMatch(sent -> !sent.equals(id));
                return other ? Optional.empty() : Optional.of(id);
            }
            if (known.canFill() || known.signedFills().signum() != 0) {
                state.claim(known, List.of(position));
                position.holdUntil(
                        clock.now().plusSeconds(1), "an order with the id of this close is there already: " + known);
                return Optional.empty();
            } // otherwise it is over and did nothing: the next one has an id of its own
        }
    }

    private void submit(Map<String, TrackedPosition> byId) {
        Set<String> before = state.orders().ids();
        List<NewOrder> orders = byId.entrySet().stream()
                .map(entry -> ClosingOrders.order(entry.getValue().now(), entry.getKey()))
                .toList();
        Instant sentAt = clock.shownNow();
        byId.values().forEach(position -> position.closing(before));
        state.positionsMayChange();
        log.add(
                Kind.CLOSING,
                "submit_orders: "
                        + byId.entrySet().stream()
                                .map(entry -> entry.getValue().now() + " (" + entry.getKey() + ")")
                                .collect(Collectors.joining(", ")),
                byId.values().stream().map(TrackedPosition::now).toList());
        try {
            calls.decidedBy(byId.values().stream().map(TrackedPosition::now).toList());
            ApiResponse<List<Order>> response = calls.submitOrders(orders);
            int made = response.data().size();
            sender.accepted("submit_orders, " + made + (made == 1 ? " order" : " orders"), response)
                    .ifPresent(words -> byId.values().forEach(position -> position.serverSaid(words)));
            take(response.data(), byId);
            lookUp(byId, sentAt, "it was accepted, but the response does not have it", before);
        } catch (OutcomeUnknownException e) {
            log.add(Kind.OUTCOME_UNKNOWN, RequestSender.text(e));
            lookUp(byId, sentAt, RequestSender.text(e), before);
        } catch (NotSentException e) {
            byId.values().forEach(TrackedPosition::notClosed);
            sender.notSent(e);
        } catch (RejectedException e) {
            rejected(e, byId, sentAt, before);
        } catch (IllegalArgumentException e) {
            byId.values().forEach(position -> refuse(position, String.valueOf(e.getMessage())));
        }
    }

    private void take(List<Order> data, Map<String, TrackedPosition> byId) {
        Instant now = clock.shownNow();
        List<OrderState> made =
                data.stream().map(order -> OrderState.of(order, now)).toList();
        state.orders().update(made, calls.serverNow()).forEach(log::add);
        made.stream()
                .filter(order -> !order.isOfAnotherAccount(calls.accountId()))
                .forEach(order -> state.claim(order, List.copyOf(byId.values())));
    }

    /** What is not known to be there has to be found by its id before anything else is done for its position. */
    private void lookUp(Map<String, TrackedPosition> byId, Instant sentAt, String why, Set<String> before) {
        byId.forEach((id, position) -> {
            if (state.orders().withClientId(id).isEmpty()) {
                position.notClosed();
                int tries = position.countOwnTry();
                oneByOne |= tries >= TRIES_TOGETHER; // one of them may have broken it
                if (tries >= TRIES) {
                    refuse(position, why);
                }
                state.unresolved().forget(id);
                sender.unresolvedOrder(
                        new UnresolvedRequest(
                                "submit_orders", position.before().instrumentId(), sentAt, why + " (id " + id + ")"),
                        before,
                        position.rows(),
                        id,
                        tries < TRIES);
            }
        });
    }

    /** A used id is no refusal: the order is there, or was. */
    private void rejected(RejectedException e, Map<String, TrackedPosition> byId, Instant sentAt, Set<String> before) {
        sender.rejected(e);
        int status = e.status().orElse(0);
        String text = RequestSender.text(e);
        if (RequestSender.mayPass(e)) {
            byId.values().forEach(TrackedPosition::notClosed);
        } else if (status == CONFLICT
                || USED_ID.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            oneByOne = true;
            lookUp(byId, sentAt, text, before);
        } else if (byId.size() > 1 && !NOT_OFFERED.contains(status)) {
            // One of them may be the reason: each is sent by itself, under the same id.
            oneByOne = true;
            byId.values().forEach(TrackedPosition::notClosed);
        } else {
            byId.values().forEach(position -> {
                position.notClosed();
                refuse(position, text);
            });
            state.findFirst(byId.keySet());
        }
    }

    private void refuse(TrackedPosition position, String words) {
        position.serverSaid(words);
        position.refuseOwnOrder();
        log.add(
                Kind.REJECTED,
                position.before().symbol()
                        + ": its own closing order was refused, so that the broker is asked to close it: " + words);
    }
}
