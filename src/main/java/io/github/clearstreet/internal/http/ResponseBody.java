package io.github.clearstreet.internal.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * Collects the body of one response up to a limit.
 *
 * <p>The bytes are copied into one growing array. Keeping the received buffers instead would cost up to a whole buffer
 * for each byte that a peer sends alone.
 */
final class ResponseBody implements BodySubscriber<Void> {
    /** How much of a body is kept for an exception. Enough for the JSON of an error. */
    static final int KEPT_BYTES = 64 * 1024;

    private static final int FIRST_BYTES = 8 * 1024;
    private static final int TRUSTED_BYTES = 1024 * 1024;

    private final int limit;
    private final int declared;
    private final Runnable onEnd;
    private final Runnable onFull;
    private final Consumer<Throwable> onFailure;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private byte[] bytes;
    private int length;

    /**
     * @param limit how many bytes to take
     * @param declared the Content-Length, or -1
     * @param onEnd runs when the body has ended within the limit
     * @param onFull runs when the body is longer than the limit
     * @param onFailure runs when the connection fails before the end of the body
     */
    ResponseBody(int limit, long declared, Runnable onEnd, Runnable onFull, Consumer<Throwable> onFailure) {
        this.limit = limit;
        this.declared = (int) Math.min(declared, limit);
        this.onEnd = onEnd;
        this.onFull = onFull;
        this.onFailure = onFailure;
        // A declared length saves growing, but a peer that only claims to send much gets little memory.
        this.bytes =
                new byte[this.declared >= 0 ? Math.min(this.declared, TRUSTED_BYTES) : Math.min(FIRST_BYTES, limit)];
    }

    /** The bytes so far, without a copy when they fill the array. */
    synchronized byte[] bytes() {
        if (length < bytes.length) {
            bytes = Arrays.copyOf(bytes, length); // the larger one goes
        }
        return bytes;
    }

    /** The first {@value #KEPT_BYTES} bytes so far. */
    synchronized byte[] beginning() {
        return Arrays.copyOf(bytes, Math.min(length, KEPT_BYTES));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (done.isDone()) {
                return;
            }
            if (!append(buffer)) {
                onFull.run();
                // Makes java.net.http close the connection instead of reading the rest.
                done.cancel(false);
            }
        }
    }

    private synchronized boolean append(ByteBuffer buffer) {
        int wanted = Math.min(buffer.remaining(), limit - length);
        if (wanted > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, capacityFor(length + wanted));
        }
        boolean fits = wanted == buffer.remaining();
        buffer.get(bytes, length, wanted);
        length += wanted;
        return fits;
    }

    private int capacityFor(int needed) {
        long doubled = Math.max(needed, 2L * bytes.length);
        int ceiling = declared >= needed ? declared : limit;
        return (int) Math.min(doubled, ceiling);
    }

    @Override
    public void onError(Throwable throwable) {
        onFailure.accept(throwable);
        done.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        onEnd.run();
        done.complete(null);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }
}
