package io.github.clearstreet.internal.http;

/** What must happen before a request that changes something may leave. What it throws keeps the request here. */
public interface SendGate {
    /** Lets everything through. */
    SendGate OPEN = new SendGate() {
        @Override
        public void prepare() {}

        @Override
        public void check() {}
    };

    /** Runs once, before a connection is looked for, on the thread that makes the request. It may wait. */
    void prepare();

    /** Runs in the last moment before the first byte, on a thread that must not wait. */
    void check();
}
