package io.github.clearstreet.bench;

import java.util.concurrent.CompletableFuture;

/**
 * A client under measurement.
 *
 * @param <T> what it makes of an answer
 */
public interface Contender<T> extends AutoCloseable {
    /** Makes objects of the JSON of one answer. */
    T decode(byte[] json);

    /** Reads every field. */
    long checksum(T answer);

    /** Makes one call. The number of the account is the number of orders that the canned server answers with. */
    T call(int orders);

    /** Makes one call without waiting for it. */
    CompletableFuture<T> callAsync(int orders);

    @Override
    void close();
}
