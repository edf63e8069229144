package io.github.clearstreet;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list of the server that comes in pages. Reading it changes nothing.
 *
 * <pre>{@code
 * for (Position position : clearStreet.positions().getPositions(19816)) {
 *     log.info("{} {}", position.quantity(), position.symbol());
 * }
 * }</pre>
 *
 * <p>Nothing is read before the first element is asked for, and a page not before it is needed. Each page is asked for with
 * the filters of the first, and each iteration begins anew. A page that cannot be read ends an iteration with a {@link
 * ClearStreetException}: an iteration that ends without one has seen the last page. The pages of a server are not one moment
 * of the account: what changes meanwhile can be missing or come twice.
 *
 * <p>Immutable and thread-safe; an iterator or a stream belongs to one thread.
 *
 * @param <T> what the list holds, for example positions
 */
public final class Pages<T> implements Iterable<T> {
    private final Supplier<Pager<T>> pagers;

    Pages(Supplier<Pager<T>> pagers) {
        this.pagers = pagers;
    }

    /**
     * The elements of all pages, in the order of the server.
     *
     * @return reads while it is used: {@code hasNext} and {@code next} throw a {@link ClearStreetException} when a page
     *     cannot be read
     */
    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    /**
     * The elements of all pages, in the order of the server.
     *
     * @return sequential, reads while it is used; its terminal operation throws a {@link ClearStreetException} when a page
     *     cannot be read
     */
    public Stream<T> stream() {
        return StreamSupport.stream(pages().spliterator(), false).flatMap(page -> page.data().stream());
    }

    /**
     * The pages themselves, with their request ids and what is unreadable in them.
     *
     * @return reads while it is used: {@code hasNext} and {@code next} throw a {@link ClearStreetException} when a page
     *     cannot be read
     */
    public Iterable<ApiResponse<List<T>>> pages() {
        return pagers::get;
    }

    /** All pages, read one after another. Completing the future in any other way ends the read. */
    CompletableFuture<List<ApiResponse<List<T>>>> all() {
        return pagers.get().all();
    }

    /** The rows of all pages. Completing the future in any other way ends the read. */
    CompletableFuture<List<T>> rows() {
        return Pager.rowsOf(all());
    }

    /** The time that may be spent on reading one list. What its reader does between two pages does not count. */
    static final class Budget {
        private final Duration ofPage;
        private final Duration ofList;
        private final LongSupplier nanoTime;
        private Duration left;
        private long begun;

        Budget(Duration ofPage, Duration ofList, LongSupplier nanoTime) {
            this.ofPage = ofPage;
            this.ofList = ofList;
            this.nanoTime = nanoTime;
            this.left = ofList;
        }

        /** A page begins: the time that it may take. */
        Duration begin() {
            begun = nanoTime.getAsLong();
            return left.compareTo(ofPage) < 0 ? left : ofPage;
        }

        void end() {
            left = left.minusNanos(nanoTime.getAsLong() - begun);
        }

        /** Throws if no time is left for a further page. */
        void check() {
            if (left.isZero() || left.isNegative()) {
                throw new IllegalStateException(
                        "the list has further pages, and its deadline of " + ofList + " passed");
            }
        }
    }
}
