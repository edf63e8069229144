package io.github.clearstreet.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one call: {@code sandbox.nextCall(Fault.drops().afterExecuting())}.
 *
 * <p>Unless it says otherwise, a fault strikes before the call is executed: the ledger does not change. With
 * {@link #afterExecuting()} the orders exist, and the caller is not told properly.
 *
 * <p>Immutable and thread-safe; every method returns a copy.
 */
public final class Fault {
    private final boolean needsAnswer;
    private final boolean afterExecuting;
    private final ResponseCustomizer change;
    private final WireResponse.Delivery delivery;
    private final @Nullable Gate gate;
    private final @Nullable Duration delay;
    private final Extras extras;

    /** What else happens to the call. */
    private record Extras(List<Runnable> first, boolean fixedAtReceipt, boolean twice) {
        private static final Extras NONE = new Extras(List.of(), false, false);
    }

    private Fault(
            boolean needsAnswer,
            boolean afterExecuting,
            ResponseCustomizer change,
            WireResponse.Delivery delivery,
            @Nullable Gate gate,
            @Nullable Duration delay,
            Extras extras) {
        this.needsAnswer = needsAnswer;
        this.afterExecuting = afterExecuting;
        this.change = change;
        this.delivery = delivery;
        this.gate = gate;
        this.delay = delay;
        this.extras = extras;
    }

    /** No fault: the call is executed and answered as usual. To let some calls pass before a fault. */
    public static Fault none() {
        return changes((request, answer) -> answer);
    }

    /** The call gets this answer. */
    public static Fault answers(SandboxResponse answer) {
        return replaces((request, ignored) -> answer);
    }

    /** The call gets this error in the API's envelope. */
    public static Fault error(int status, String message) {
        return replaces((request, ignored) -> SandboxResponse.error(status, message, request.requestId()));
    }

    /** The call gets this error without an envelope. */
    public static Fault flatError(int status, String message) {
        return answers(SandboxResponse.flatError(status, message));
    }

    /** The call gets a page of HTML, as from a proxy. */
    public static Fault html(int status, String page) {
        return answers(SandboxResponse.html(status, page));
    }

    /** The call gets no body, for example with a status of 200 or 204. */
    public static Fault empty(int status) {
        return answers(SandboxResponse.empty(status));
    }

    /** The connection ends without an answer. */
    public static Fault drops() {
        return new Fault(
                false, false, (request, answer) -> answer, WireResponse.Delivery.NOTHING, null, null, Extras.NONE);
    }

    /** The call is executed, and its answer ends in the middle of the body. */
    public static Fault truncates() {
        return new Fault(
                true, true, (request, answer) -> answer, WireResponse.Delivery.TRUNCATED, null, null, Extras.NONE);
    }

    /** The call is executed, and its answer is changed. */
    public static Fault changes(ResponseCustomizer change) {
        return new Fault(true, false, change, WireResponse.Delivery.WHOLE, null, null, Extras.NONE);
    }

    /** The call waits until the gate is released, is executed then, and is answered as usual. */
    public static Fault held(Gate gate) {
        return none().heldBy(gate);
    }

    private static Fault replaces(ResponseCustomizer replacement) {
        return new Fault(false, false, replacement, WireResponse.Delivery.WHOLE, null, null, Extras.NONE);
    }

    /** Returns a copy that strikes, and waits if it is held, after the call has been executed. */
    public Fault afterExecuting() {
        return new Fault(needsAnswer, true, change, delivery, gate, null, extras);
    }

    /**
     * Returns a copy that strikes at once, while the call is on its way all the same: it is executed when the sandbox's
     * clock has moved on by this much, long after the caller has been told nothing, or something else.
     *
     * @throws IllegalArgumentException if the delay is negative
     * @throws IllegalStateException if the fault is one that needs the answer of the call
     */
    public Fault executingLater(Duration newDelay) {
        if (newDelay.isNegative()) {
            throw new IllegalArgumentException("The delay must be zero or more");
        }
        if (needsAnswer) {
            throw new IllegalStateException(
                    "The answer of a call that is executed later does not exist yet: use a fault that replaces it");
        }
        return new Fault(false, false, change, delivery, gate, newDelay, extras);
    }

    /**
     * Returns a copy that is executed later with the quantities that the account holds when the request arrives. Only for
     * faults that are {@link #executingLater executed later}, of calls that close positions.
     */
    public Fault withQuantitiesAsReceived() {
        return with(new Extras(extras.first, true, extras.twice));
    }

    /** The call is executed twice, as through a gateway that sends it again, and gets the second response. */
    public static Fault sentTwice() {
        return none().afterExecuting().with(new Extras(List.of(), false, true));
    }

    /** Returns a copy that does this when the request has arrived, before anything else: what others do meanwhile. */
    public Fault after(Runnable action) {
        List<Runnable> first = new ArrayList<>(extras.first);
        first.add(action);
        return with(new Extras(List.copyOf(first), extras.fixedAtReceipt, extras.twice));
    }

    private Fault with(Extras newExtras) {
        return new Fault(needsAnswer, afterExecuting, change, delivery, gate, delay, newExtras);
    }

    /** Returns a copy that first waits until the gate is released. */
    public Fault heldBy(Gate newHold) {
        return new Fault(needsAnswer, afterExecuting, change, delivery, newHold, delay, extras);
    }

    /** Returns a copy whose answer has this header, for example {@code Retry-After}. */
    public Fault withHeader(String name, String value) {
        ResponseCustomizer changeToo =
                (request, answer) -> change.customize(request, answer).withHeader(name, value);
        return new Fault(needsAnswer, afterExecuting, changeToo, delivery, gate, delay, extras);
    }

    /** Returns a copy whose answer has the header {@code Retry-After}: seconds, an HTTP date, or nonsense. */
    public Fault retryAfter(String value) {
        return withHeader("Retry-After", value);
    }

    boolean executes() {
        return needsAnswer || afterExecuting;
    }

    SandboxResponse change(SandboxRequest request, SandboxResponse answer) {
        return change.customize(request, answer);
    }

    Optional<Duration> executesLater() {
        return Optional.ofNullable(delay);
    }

    List<Runnable> first() {
        return extras.first;
    }

    boolean fixedAtReceipt() {
        return extras.fixedAtReceipt;
    }

    boolean twice() {
        return extras.twice;
    }

    WireResponse.Delivery delivery() {
        return delivery;
    }

    Optional<Gate> holdBeforeExecuting() {
        return afterExecuting ? Optional.empty() : Optional.ofNullable(gate);
    }

    Optional<Gate> holdAfterExecuting() {
        return afterExecuting ? Optional.ofNullable(gate) : Optional.empty();
    }
}
