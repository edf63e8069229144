package io.github.clearstreet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When something happens to an order, counted from the moment at which the order starts working: its creation, or its
 * release if it was held back. For a cancel, counted from the request that asks for it. Nothing runs in the background: the sandbox catches up with its clock whenever a request
 * arrives or a test looks. Immutable and thread-safe.
 */
public final class Trigger {
    private final Duration delay;
    private final int requests;
    private final int looks;

    private Trigger(Duration delay, int requests, int looks) {
        this.delay = delay;
        this.requests = requests;
        this.looks = looks;
    }

    /** Before the order is first seen: the answer that creates the order shows the effect already. */
    public static Trigger atOnce() {
        return new Trigger(Duration.ZERO, 0, 0);
    }

    /** At the same time, but seen only by the next request, or when a test looks: the answer does not show it yet. */
    public static Trigger afterTheResponse() {
        return new Trigger(Duration.ZERO, 0, 1);
    }

    /**
     * As soon as the sandbox's clock has moved on by this much.
     *
     * @throws IllegalArgumentException if the delay is negative
     */
    public static Trigger elapsed(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("The delay must be zero or more");
        }
        return new Trigger(delay, 0, 0);
    }

    /**
     * On the arrival of the n-th request after this moment, of any kind and for any account, before it is answered.
     *
     * @param further one or more
     * @throws IllegalArgumentException if the number is less than one
     */
    public static Trigger requests(int further) {
        if (further < 1) {
            throw new IllegalArgumentException("The number of further requests must be one or more");
        }
        return new Trigger(Duration.ZERO, further, 0);
    }

    /** The time at which it happened, or empty if it is not yet due. */
    Optional<Instant> due(LedgerTime start, LedgerTime now) {
        if (requests > 0) {
            return now.arrivals() - start.arrivals() >= requests ? Optional.of(now.time()) : Optional.empty();
        }
        if (now.looks() - start.looks() < looks) {
            return Optional.empty();
        }
        Instant dueAt = start.time().plus(delay);
        return dueAt.isAfter(now.time()) ? Optional.empty() : Optional.of(dueAt);
    }
}
