package io.github.clearstreet.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Deletes what an earlier run has written before the first consumer test of this run: Pact would add to it. */
final class FreshPact implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(FreshPact.class))
                .getOrComputeIfAbsent(FreshPact.class, once -> delete());
    }

    private static boolean delete() {
        try {
            return Files.deleteIfExists(PactFile.FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
