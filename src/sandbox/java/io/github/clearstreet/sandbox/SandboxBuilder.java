package io.github.clearstreet.sandbox;

import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Sandbox}, all of them optional. Not thread-safe. */
public final class SandboxBuilder {
    Clock clock = Clock.systemUTC();
    ApiKey apiKey = ApiKey.random();
    int port;
    boolean stateOverHttp;

    @Nullable
    Supplier<String> orderIds;

    @Nullable
    Supplier<String> requestIds;

    int unknownAccountStatus = 404;
    Paging paging = new Paging(Paging.MAX_SIZE);

    SandboxBuilder() {}

    /** Sets the clock of all times and schedules; for tests that move time, a {@link VirtualClock}. */
    public SandboxBuilder clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    /**
     * Sets the port on loopback. The default is a free one.
     *
     * @param number from 1 to 65535, or 0 for a free one
     * @throws IllegalArgumentException if it is anything else
     */
    public SandboxBuilder port(int number) {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("A port must be from 0 to 65535, not " + number);
        }
        port = number;
        return this;
    }

    /**
     * Sets the key that the sandbox takes. The default is made up anew each time. Never use a real one.
     *
     * @param key of the form {@code id.secret}
     * @throws IllegalArgumentException if it has another form; the message does not repeat it
     */
    public SandboxBuilder apiKey(String key) {
        apiKey = new ApiKey(key);
        return this;
    }

    /** Sets where the ids of orders come from. It must never give one twice. It is called by one thread at a time. */
    public SandboxBuilder orderIds(Supplier<String> source) {
        orderIds = source;
        return this;
    }

    /** Sets where {@code metadata.request_id} comes from. It is called by several threads at once. */
    public SandboxBuilder requestIds(Supplier<String> source) {
        requestIds = source;
        return this;
    }

    /**
     * Lets other languages, people and Pact see and change the sandbox over HTTP, with the sandbox's key, below {@code
     * /sandbox/}:
     *
     * <ul>
     *   <li>{@code GET state}: accounts with positions, orders and changes, and the requests
     *   <li>{@code POST positions}: {@code {"account_id": 19816, "symbol": "GOOG", "quantity": "25"}}
     *   <li>{@code POST orders}: an open order of somebody else; account_id, side, symbol, quantity, limit_price
     *   <li>{@code POST fills}: account_id; order_id, or all; quantity with price, or all that is left
     *   <li>{@code POST faults}: kind (drop, truncate, error with status and message), operation, after_executing
     *   <li>{@code POST reset}: forgets everything
     *   <li>{@code POST provider-state}: Pact's state-change requests; {@code provider-state?key=…} where no header can be set
     *   <li>{@code page}: a page that shows all of it as it comes; see {@link Sandbox#page}
     * </ul>
     */
    public SandboxBuilder stateOverHttp() {
        stateOverHttp = true;
        return this;
    }

    /**
     * Sets how the sandbox answers for an account that it does not know. The default is 404.
     *
     * @param status 403 or 404
     * @throws IllegalArgumentException if it is neither
     */
    public SandboxBuilder unknownAccountStatus(int status) {
        if (status != 403 && status != 404) {
            throw new IllegalArgumentException("The status of an unknown account must be 403 or 404, not " + status);
        }
        unknownAccountStatus = status;
        return this;
    }

    /**
     * Sets how many items a page has if the request does not say. The default is 1000, the most that a request may ask for.
     *
     * @throws IllegalArgumentException if it is not from 1 to 1000
     */
    public SandboxBuilder pageSize(int items) {
        paging = new Paging(items);
        return this;
    }

    /** Starts the sandbox. Close it when done. */
    public Sandbox start() {
        return new Sandbox(this);
    }
}
