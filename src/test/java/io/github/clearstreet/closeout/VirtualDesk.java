package io.github.clearstreet.closeout;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetBuilder;
import io.github.clearstreet.VirtualClients;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.Trigger;
import io.github.clearstreet.sandbox.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A sandbox, a client and a close-out that share a virtual clock, which moves when the close-out waits. */
final class VirtualDesk implements AutoCloseable {
    static final FlattenOptions BROKER = FlattenOptions.defaults().withMethod(ClosingMethod.BROKER);
    static final long ACCOUNT = 19816;
    static final OrderBehaviour FILLS = OrderBehaviour.rests().fills(Trigger.elapsed(Duration.ofSeconds(1)));
    static final Instant START = Instant.parse("2026-01-02T15:00:00Z");

    private final VirtualClock clock = VirtualClock.at(START);
    private final Sandbox sandbox;
    private final ClearStreet clearStreet;
    private Runnable beforeEachPause = () -> {};

    VirtualDesk() {
        this(client -> client, 100);
    }

    VirtualDesk(UnaryOperator<ClearStreetBuilder> settings, int pageSize) {
        sandbox = Sandbox.builder().clock(clock).pageSize(pageSize).start();
        clearStreet = settings.apply(VirtualClients.of(sandbox, clock)).build();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    SandboxAccount account() {
        return sandbox.account(ACCOUNT);
    }

    ClearStreet clearStreet() {
        return clearStreet;
    }

    VirtualClock clock() {
        return clock;
    }

    /** Does this each time the close-out waits, before the clock moves. */
    void beforeEachPause(Runnable work) {
        beforeEachPause = work;
    }

    CloseOutBuilder builder() {
        return CloseOut.builder(clearStreet)
                .clock(clock)
                .ticker(() -> Duration.between(START, clock.instant()).toNanos())
                .sleeper(this::pause);
    }

    CloseOut closeOut() {
        return builder().build();
    }

    FlattenReport flatten() {
        return flatten(BROKER);
    }

    FlattenReport flatten(FlattenOptions options) {
        return closeOut().flatten(ACCOUNT, options);
    }

    /** The requests that change something, for example {@code DELETE /v1/accounts/19816/positions}. */
    List<String> changes() {
        return sandbox.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .map(SandboxRequest::toString)
                .toList();
    }

    private void pause(Duration length) throws InterruptedException {
        beforeEachPause.run();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        clock.advance(length);
    }

    @Override
    public void close() {
        clearStreet.close();
        sandbox.close();
    }
}
