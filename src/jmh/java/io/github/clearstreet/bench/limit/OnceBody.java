package io.github.clearstreet.bench.limit;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request body that leaves once. */
final class OnceBody implements BodyPublisher {
    private final BodyPublisher bytes;
    private final AtomicBoolean left = new AtomicBoolean();

    OnceBody(byte[] bytes) {
        this.bytes = BodyPublishers.ofByteArray(bytes);
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (!left.compareAndSet(false, true)) {
            throw new IllegalStateException("sent already");
        }
        bytes.subscribe(subscriber);
    }
}
