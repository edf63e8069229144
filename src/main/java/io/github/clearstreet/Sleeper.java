package io.github.clearstreet;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Lets time pass between two attempts of a read. Tests put virtual time in its place. */
@FunctionalInterface
interface Sleeper {
    /** Completes when the time has passed, or earlier if the client is closed. */
    CompletableFuture<Void> sleep(Duration time);

    /** A monotonic clock that the pauses go by. */
    default long nanoTime() {
        return System.nanoTime();
    }
}
