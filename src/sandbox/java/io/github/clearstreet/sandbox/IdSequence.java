package io.github.clearstreet.sandbox;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Ids that look like the API's and are the same in every run: a first UUID, then each one more. Thread-safe. */
final class IdSequence implements Supplier<String> {
    // The first ids are those of the API's published example.
    private static final String FIRST_ORDER = "019c0b57-0850-7b0b-8a2c-5ee3fb5a5876";
    private static final String FIRST_REQUEST = "3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c";

    private final long high;
    private final AtomicLong low;

    private IdSequence(String first) {
        UUID id = UUID.fromString(first);
        this.high = id.getMostSignificantBits();
        this.low = new AtomicLong(id.getLeastSignificantBits());
    }

    static Supplier<String> ofOrders() {
        return new IdSequence(FIRST_ORDER);
    }

    static Supplier<String> ofRequests() {
        return new IdSequence(FIRST_REQUEST);
    }

    @Override
    public String get() {
        return new UUID(high, low.getAndIncrement()).toString();
    }
}
