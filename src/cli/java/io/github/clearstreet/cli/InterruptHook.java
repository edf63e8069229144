package io.github.clearstreet.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Makes Ctrl-C end the running call and not the process, so that the outcome is still printed and is the exit code. */
final class InterruptHook {
    private static final int PATIENCE_SECONDS = 5;

    private InterruptHook() {}

    static int endsTheCallOf(IntSupplier command) {
        Thread worker = Thread.currentThread();
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        Thread hook = new Thread(
                () -> {
                    worker.interrupt();
                    exitCode.completeOnTimeout(ExitCode.UNKNOWN, PATIENCE_SECONDS, TimeUnit.SECONDS);
                    // The JVM would end with a code of its own, which says nothing about the account.
                    Runtime.getRuntime().halt(exitCode.join());
                },
                "ctrl-c");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            int code = command.getAsInt();
            exitCode.complete(code);
            return code;
        } finally {
            exitCode.complete(ExitCode.UNKNOWN);
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is running, and ends it.
        }
    }
}
