package io.github.clearstreet.internal.http;

import io.github.clearstreet.runtime.json.ByteChunks;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Collects the body of one response up to a limit.
 *
 * <p>The bytes are copied, for keeping the received buffers would cost up to a whole buffer for each byte that a peer sends
 * alone: into one growing array, or into chunks if they are many. Whoever reads chunks can let them go.
 */
final class ResponseBody implements BodySubscriber<Void> {
    /** Hears how the body ends. */
    interface Listener {
        /** The body has ended within the limit. */
        void ended();

        /** The body is longer than the limit. */
        void full();

        /** The connection has failed before the end of the body. */
        void failed(Throwable failure);
    }

    /** How much of a body is kept for an exception. Enough for the JSON of an error. */
    static final int KEPT_BYTES = 64 * 1024;

    private static final int FIRST_BYTES = 8 * 1024;
    /** A body of more is kept in chunks. One that is only claimed to be large gets little memory so. */
    private static final int LARGE_BYTES = 1024 * 1024;

    private static final byte[] NOTHING = {};

    private final int limit;
    private final int declared;
    private final Listener listener;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** Empty if there are chunks. */
    private byte[] bytes;

    private @Nullable List<byte[]> chunks;
    private int length;
    private boolean isTaken;

    /**
     * @param limit how many bytes to take
     * @param declared the Content-Length, or -1
     */
    ResponseBody(int limit, long declared, Listener listener) {
        this.limit = limit;
        this.declared = (int) Math.min(declared, limit);
        this.listener = listener;
        boolean isLarge = this.declared > LARGE_BYTES;
        this.chunks = isLarge ? new ArrayList<>() : null;
        // A declared length saves growing.
        this.bytes = new byte[isLarge ? 0 : this.declared >= 0 ? this.declared : Math.min(FIRST_BYTES, limit)];
    }

    /**
     * Takes the bytes so far, without a copy when they fill the array. Nothing is held here any more, nor taken in:
     * java.net.http keeps this for as long as the connection.
     */
    synchronized ByteChunks take() {
        List<byte[]> many = chunks;
        ByteChunks taken = many != null && !many.isEmpty()
                ? ByteChunks.of(many, length)
                : ByteChunks.of(length < bytes.length ? Arrays.copyOf(bytes, length) : bytes);
        isTaken = true;
        chunks = null;
        bytes = NOTHING;
        length = 0;
        return taken;
    }

    /** The first {@value #KEPT_BYTES} bytes so far. */
    synchronized byte[] beginning() {
        List<byte[]> many = chunks;
        byte[] first = many == null || many.isEmpty() ? bytes : many.get(0);
        int kept = Math.min(length, KEPT_BYTES);
        return kept == first.length ? first : Arrays.copyOf(first, kept);
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
                listener.full();
                // Makes java.net.http close the connection instead of reading the rest.
                done.cancel(false);
            }
        }
    }

    private synchronized boolean append(ByteBuffer buffer) {
        if (isTaken) {
            return true;
        }
        int wanted = Math.min(buffer.remaining(), limit - length);
        boolean fits = wanted == buffer.remaining();
        if (chunks == null && length + wanted > LARGE_BYTES) {
            chunks = cut();
        }
        if (chunks != null) {
            append(buffer, wanted, chunks);
            return fits;
        }
        if (wanted > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, capacityFor(length + wanted));
        }
        buffer.get(bytes, length, wanted);
        length += wanted;
        return fits;
    }

    private void append(ByteBuffer buffer, int wanted, List<byte[]> to) {
        for (int left = wanted; left > 0; ) {
            int used = length % ByteChunks.SIZE;
            if (used == 0) {
                to.add(new byte[ByteChunks.SIZE]);
            }
            int taken = Math.min(left, ByteChunks.SIZE - used);
            buffer.get(to.get(to.size() - 1), used, taken);
            length += taken;
            left -= taken;
        }
    }

    private List<byte[]> cut() {
        List<byte[]> cut = new ArrayList<>();
        for (int at = 0; at < length; at += ByteChunks.SIZE) {
            cut.add(Arrays.copyOfRange(bytes, at, at + ByteChunks.SIZE));
        }
        bytes = NOTHING;
        return cut;
    }

    private int capacityFor(int needed) {
        long doubled = Math.max(needed, 2L * bytes.length);
        int ceiling = declared >= needed ? declared : limit;
        return (int) Math.min(doubled, ceiling);
    }

    @Override
    public void onError(Throwable throwable) {
        listener.failed(throwable);
        done.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        listener.ended();
        done.complete(null);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }
}
