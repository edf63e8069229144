package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.sandbox.Sandbox;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An account, the client for it, the sandbox that it talks to and the journal that it keeps, if there are any. */
record ServerSession(
        long account,
        ClearStreet client,
        URI baseUrl,
        @Nullable Sandbox sandbox,
        @Nullable Journal journal) implements AutoCloseable {
    @Override
    public void close() {
        client.close();
        if (journal != null) {
            journal.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
