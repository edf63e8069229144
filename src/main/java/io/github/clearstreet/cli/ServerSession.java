package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.sandbox.Sandbox;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A client, and the sandbox that it talks to if there is one. */
record ServerSession(
        ClearStreet client, URI baseUrl, @Nullable Sandbox sandbox) implements AutoCloseable {
    @Override
    public void close() {
        client.close();
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
