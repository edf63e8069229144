package io.github.clearstreet;

import io.github.clearstreet.sandbox.DirectHttp;
import io.github.clearstreet.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;

/** Clients that go by another clock than the system's, for tests in other packages. */
public final class VirtualClients {
    private VirtualClients() {}

    /** Returns the builder of a client of this sandbox. */
    public static ClearStreetBuilder of(Sandbox sandbox, Clock clock) {
        return of(sandbox.baseUrl(), sandbox.apiKey(), clock);
    }

    /** Returns the builder of a client that reaches this sandbox without a network, on the caller's thread. */
    public static ClearStreetBuilder direct(Sandbox sandbox, Clock clock) {
        return of(sandbox, clock).http(() -> new DirectHttp(sandbox));
    }

    /** Returns the builder of a client of this server. */
    public static ClearStreetBuilder of(URI baseUrl, String apiKey, Clock clock) {
        return ClearStreet.builder().apiKey(apiKey).baseUrl(baseUrl).clock(clock);
    }
}
