package io.github.clearstreet.contract;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Deletes the pact of an earlier build, for Pact would add to it. Tests run in several JVMs: one class at a time, over all of them, may write.
 */
final class FreshPact implements BeforeAllCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Files.createDirectories(PactFile.FOLDER);
        FileChannel lock = FileChannel.open(
                PactFile.FOLDER.resolveSibling("pacts.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        store(context).put(FileChannel.class, lock);
        lock.lock();
        if (Files.exists(PactFile.FILE)
                && Files.getLastModifiedTime(PactFile.FILE).toInstant().isBefore(buildStarted())) {
            Files.delete(PactFile.FILE);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        store(context).remove(FileChannel.class, FileChannel.class).close();
    }

    /** Maven's, which is the same for all JVMs; an IDE starts one. */
    private static Instant buildStarted() {
        String started = System.getProperty("build.started");
        return started == null
                ? Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())
                : Instant.parse(started);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(FreshPact.class));
    }
}
