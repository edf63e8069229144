package io.github.clearstreet.internal.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of one request, which can leave once. This is what makes "at most once" and "not sent" exact.
 *
 * <p>Over HTTP/1.1 java.net.http asks for the length once, when the connection stands (over TLS: when the server is trusted)
 * and the headers are about to be written, and subscribes when they have been written, unless the body is empty. So a length
 * that was never asked for means that no byte left. Once {@linkplain #seal() sealed}, nothing can leave any more; a second
 * question for the length comes from a second attempt, and stops it before its first byte.
 */
final class OneShotBody implements BodyPublisher {
    private enum State {
        READY,
        HEADERS_LEAVE,
        BODY_LEAVES,
        SEALED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.READY);
    private final BodyPublisher bytes;
    private final Call call;

    /** @param call asked in the last moment before the request leaves, and told that it does */
    OneShotBody(byte[] bytes, Call call) {
        this.bytes = BodyPublishers.ofByteArray(bytes);
        this.call = call;
    }

    /** Forbids the request to leave. True if it has not left; then it never will. */
    boolean seal() {
        return state.compareAndSet(State.READY, State.SEALED) || state.get() == State.SEALED;
    }

    @Override
    public long contentLength() {
        checkOnce();
        if (state.compareAndSet(State.READY, State.HEADERS_LEAVE)) {
            call.leaving();
        } else {
            throw new IllegalStateException("This request must not be sent again.");
        }
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        checkOnce();
        if (state.compareAndSet(State.READY, State.BODY_LEAVES)) {
            call.leaving();
        } else if (!state.compareAndSet(State.HEADERS_LEAVE, State.BODY_LEAVES)) {
            throw new IllegalStateException("This request must not be sent again.");
        }
        bytes.subscribe(subscriber);
    }

    private void checkOnce() {
        if (state.get() != State.READY) {
            return;
        }
        try {
            call.checkNow();
        } catch (RuntimeException | Error refusal) {
            seal();
            throw refusal;
        }
    }
}
