package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an order by itself:
 *
 * <pre>{@code
 * OrderBehaviour.rests().fills("10", Trigger.elapsed(ofSeconds(1))).fills(Trigger.elapsed(ofSeconds(5)))
 * }</pre>
 *
 * <p>Steps are taken in the order in which they were added, each when it is due. A step that comes after the order is
 * final does nothing. Immutable and thread-safe; every method returns a copy.
 */
public final class OrderBehaviour {
    private static final OrderBehaviour RESTS =
            new OrderBehaviour(List.of(), null, Map.of(), CancelBehaviour.USUAL, null);

    private final List<Step> steps;
    private final @Nullable Instant queuedUntil;
    private final Map<String, @Nullable Object> fields;
    private final CancelBehaviour cancel;
    private final @Nullable ChildOrder child;

    /** One thing that happens to an open order. */
    record Step(Trigger when, Action action) {}

    /** How a step changes the order. */
    @FunctionalInterface
    interface Action {
        void apply(OrderBlotter book, String orderId, Instant at);
    }

    /** What happens to a request to cancel, and when. */
    record CancelBehaviour(Trigger when, Action outcome) {
        static final CancelBehaviour USUAL = new CancelBehaviour(Trigger.afterTheResponse(), OrderBlotter::cancel);
    }

    private OrderBehaviour(
            List<Step> steps,
            @Nullable Instant queuedUntil,
            Map<String, @Nullable Object> fields,
            CancelBehaviour cancel,
            @Nullable ChildOrder child) {
        this.steps = steps;
        this.queuedUntil = queuedUntil;
        this.fields = fields;
        this.cancel = cancel;
        this.child = child;
    }

    /** Leaves the order PENDING_NEW until the test acts. This is what orders do by default. */
    public static OrderBehaviour rests() {
        return RESTS;
    }

    /** Rejects the order before it is first seen: the answer that creates it says REJECTED, with this reason. */
    public static OrderBehaviour rejects(String reason) {
        return RESTS.rejects(reason, Trigger.atOnce());
    }

    /**
     * Holds the order back: its {@code queue_state} is AWAITING_RELEASE and it cannot fill before the sandbox's clock
     * reaches this time, or the test releases it.
     */
    public static OrderBehaviour queuesUntil(Instant releasesAt) {
        return new OrderBehaviour(List.of(), releasesAt, Map.of(), CancelBehaviour.USUAL, null);
    }

    /** Returns a copy in which the order becomes NEW. */
    public OrderBehaviour accepts(Trigger when) {
        return then(when, OrderBlotter::accept);
    }

    /** Returns a copy in which all that is left fills at the instrument's price. */
    public OrderBehaviour fills(Trigger when) {
        return then(when, OrderBlotter::fillRest);
    }

    /**
     * Returns a copy in which this much fills at the instrument's price, or what is left if that is less.
     *
     * @throws IllegalArgumentException if the quantity is not a plain decimal number above zero
     */
    public OrderBehaviour fills(String quantity, Trigger when) {
        BigDecimal most = DecimalText.positive("A quantity", quantity);
        return then(when, (book, id, at) -> book.fillUpTo(id, most, at));
    }

    /** Returns a copy in which the order is rejected for this reason. What has filled by then stays filled. */
    public OrderBehaviour rejects(String reason, Trigger when) {
        return then(when, (book, id, at) -> book.reject(id, reason, at));
    }

    /** Returns a copy in which the order is cancelled, as by the venue. What has filled by then stays filled. */
    public OrderBehaviour cancels(Trigger when) {
        return then(when, OrderBlotter::cancel);
    }

    /**
     * Returns a copy that is cancelled this long after the API is asked to. Until then it is PENDING_CANCEL and can fill.
     * By default the answer says PENDING_CANCEL, and the next one CANCELED.
     */
    public OrderBehaviour cancelsAfter(Trigger when) {
        return cancelling(when, OrderBlotter::cancel);
    }

    /**
     * Returns a copy in which this much fills first, or what is left if that is less, at the instrument's price, when the
     * API is asked to cancel; then the rest, if any, is cancelled. An order that awaits its release fills nothing.
     *
     * @throws IllegalArgumentException if the quantity is not a plain decimal number above zero
     */
    public OrderBehaviour fillsBeforeCancelling(String quantity, Trigger when) {
        BigDecimal most = DecimalText.positive("A quantity", quantity);
        return cancelling(when, (book, id, at) -> book.fillThenCancel(id, most, at));
    }

    /**
     * Returns a copy that cannot be cancelled: when the API is asked to, it is PENDING_CANCEL until then, and works on as
     * NEW or PARTIALLY_FILLED. Asking again does the same again.
     */
    public OrderBehaviour refusesToCancel(Trigger when) {
        return cancelling(when, OrderBlotter::refuseCancel);
    }

    /**
     * Returns a copy whose orders carry this field in every answer; see {@link OrderTicket#withField}.
     *
     * @throws IllegalArgumentException if the value is not a JSON value
     */
    public OrderBehaviour withField(String name, @Nullable Object value) {
        Json.write(value);
        Map<String, @Nullable Object> more = new TreeMap<>(fields);
        more.put(name, value);
        return new OrderBehaviour(steps, queuedUntil, Collections.unmodifiableMap(more), cancel, child);
    }

    /** Returns a copy whose orders work through a child order, which lists show beside them. */
    public OrderBehaviour worksThrough(ChildOrder newChild) {
        return new OrderBehaviour(steps, queuedUntil, fields, cancel, newChild);
    }

    private OrderBehaviour cancelling(Trigger when, Action outcome) {
        return new OrderBehaviour(steps, queuedUntil, fields, new CancelBehaviour(when, outcome), child);
    }

    private OrderBehaviour then(Trigger when, Action action) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(when, action));
        return new OrderBehaviour(List.copyOf(more), queuedUntil, fields, cancel, child);
    }

    List<Step> steps() {
        return steps;
    }

    Optional<Instant> queuedUntil() {
        return Optional.ofNullable(queuedUntil);
    }

    CancelBehaviour cancel() {
        return cancel;
    }

    Optional<ChildOrder> child() {
        return Optional.ofNullable(child);
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }
}
