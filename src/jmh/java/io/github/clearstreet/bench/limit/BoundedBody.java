package io.github.clearstreet.bench.limit;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The bytes of one answer, up to 64 MiB. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private static final long LIMIT = 64L * 1024 * 1024;

    private final List<ByteBuffer> received = new ArrayList<>();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private long length;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            length += buffer.remaining();
            received.add(buffer);
        }
        if (length > LIMIT) {
            subscription.cancel();
            body.completeExceptionally(new IOException("the answer is too large"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        byte[] bytes = new byte[(int) length];
        int at = 0;
        for (ByteBuffer buffer : received) {
            int count = buffer.remaining();
            buffer.get(bytes, at, count);
            at += count;
        }
        body.complete(bytes);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }
}
