package io.github.clearstreet.closeout;

/** The threads of runs: daemons, so that a forgotten run does not keep the JVM alive. */
final class CloseOutThreads {
    private CloseOutThreads() {}

    static Thread create(Runnable work) {
        Thread thread = new Thread(work, "clearstreet-close-out");
        thread.setDaemon(true);
        return thread;
    }

    static void start(Runnable work) {
        create(work).start();
    }
}
