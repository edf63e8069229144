package io.github.clearstreet;

import io.github.clearstreet.sandbox.Sandbox;
import java.time.Clock;

/** Clients that go by another clock than the system's, for tests in other packages. */
public final class VirtualClients {
    private VirtualClients() {}

    /** Returns the builder of a client of this sandbox. */
    public static ClearStreetBuilder of(Sandbox sandbox, Clock clock) {
        return ClearStreet.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .clock(clock);
    }
}
