package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.sandbox.Sandbox;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An account, the client for it, and the sandbox that the client talks to if there is one. */
record ServerSession(
        long account,
        ClearStreet client,
        URI baseUrl,
        @Nullable Sandbox sandbox) implements AutoCloseable {
    @Override
    public void close() {
        client.close();
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
