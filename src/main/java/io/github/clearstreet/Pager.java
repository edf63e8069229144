package io.github.clearstreet;

import io.github.clearstreet.json.ReadableValue;
import io.github.clearstreet.json.UnreadableValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Follows the tokens of one list, each once, up to its last page. A list never just ends early: a page that was only partly
 * answered, that leads back, or that does not say whether it is the last one, ends it with an exception.
 */
final class Pager<T> implements Iterator<ApiResponse<List<T>>> {
    /** More than any account has: 1,000 rows to a page make ten million. A server could go on for ever. */
    static final int MOST_PAGES = 10_000;

    private final Source<T> source;
    private final Pages.Budget budget;
    private final BiFunction<ApiResponse<List<T>>, RuntimeException, ClearStreetException> unreadable;
    private final Set<String> followed = new HashSet<>();
    private @Nullable ApiResponse<List<T>> last;
    private @Nullable String token;
    private boolean ended;

    /** @param unreadable makes the exception of a page that does not lead on */
    Pager(
            Source<T> source,
            Pages.Budget budget,
            BiFunction<ApiResponse<List<T>>, RuntimeException, ClearStreetException> unreadable) {
        this.source = source;
        this.budget = budget;
        this.unreadable = unreadable;
    }

    /** Gives the page of a token, or the first one when there is none, within the time. */
    @FunctionalInterface
    interface Source<T> {
        CompletableFuture<ApiResponse<List<T>>> read(@Nullable String token, Duration within);
    }

    /** All pages, one after another. Completing the future in any other way ends the read. */
    CompletableFuture<List<ApiResponse<List<T>>>> all() {
        AllPages<T> pages = new AllPages<>(this);
        pages.follow(null);
        var unused = pages.whenComplete((result, thrown) -> pages.endPage());
        return pages;
    }

    /** The rows of the pages, in the order of the server. Unmodifiable. */
    static <T> List<T> rows(List<ApiResponse<List<T>>> pages) {
        List<T> rows = new ArrayList<>();
        pages.forEach(page -> rows.addAll(page.data()));
        return Collections.unmodifiableList(rows);
    }

    /** The rows of all pages. Completing the future in any other way ends the read. */
    static <T> CompletableFuture<List<T>> rowsOf(CompletableFuture<List<ApiResponse<List<T>>>> pages) {
        CompletableFuture<List<T>> rows = new CompletableFuture<>();
        var unused = pages.whenComplete((all, thrown) -> {
            if (thrown == null) {
                rows.complete(rows(all));
            } else {
                rows.completeExceptionally(thrown);
            }
        });
        var unusedToo = rows.whenComplete((all, thrown) -> pages.cancel(true));
        return rows;
    }

    @Override
    public boolean hasNext() {
        if (last != null && token == null && !ended) {
            token = tokenAfter(last).orElse(null);
            ended = token == null;
        }
        return !ended;
    }

    @Override
    public ApiResponse<List<T>> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there is no further page");
        }
        CompletableFuture<ApiResponse<List<T>>> read = source.read(token, budget.begin());
        ApiResponse<List<T>> page = PendingCall.result(read);
        budget.end();
        requireWhole(page);
        last = page;
        token = null;
        return page;
    }

    private void requireWhole(ApiResponse<List<T>> page) {
        if (ReadableValue.orElse(() -> page.error().isPresent(), true)) {
            throw unreadable.apply(
                    page, new IllegalStateException("it came with an error, so that rows may be missing"));
        }
    }

    /** Empty on the last page. Not knowing whether a page is the last one must not look like the end of the list. */
    private Optional<String> tokenAfter(ApiResponse<List<T>> page) {
        try {
            Optional<String> next = page.metadata().nextPageToken().filter(text -> !text.isEmpty());
            if (next.isPresent() && !followed.add(next.get())) {
                throw new IllegalStateException("it leads back to a page that was read before");
            }
            if (followed.size() >= MOST_PAGES) {
                throw new IllegalStateException("the list has more than " + MOST_PAGES + " pages");
            }
            if (next.isPresent()) {
                budget.check();
            }
            return next;
        } catch (UnreadableValueException | IllegalStateException e) {
            throw unreadable.apply(page, e);
        }
    }

    private static final class AllPages<T> extends CompletableFuture<List<ApiResponse<List<T>>>> {
        private final Pager<T> pager;
        private final List<ApiResponse<List<T>>> pages = new ArrayList<>();
        private volatile @Nullable CompletableFuture<?> page;

        AllPages(Pager<T> pager) {
            this.pager = pager;
        }

        /** Reads from the page of the token on. Comes back when the next page is not there yet. */
        private void follow(@Nullable String first) {
            String token = first;
            do {
                CompletableFuture<ApiResponse<List<T>>> next = pager.source.read(token, pager.budget.begin());
                page = next;
                if (isDone()) {
                    endPage();
                }
                if (!next.isDone()) {
                    var unused = next.whenComplete((read, thrown) -> {
                        String following = take(next);
                        if (following != null) {
                            follow(following);
                        }
                    });
                    return;
                }
                token = take(next);
            } while (token != null);
        }

        /** The token of the page after this one; null at the end of the list, and when it cannot be followed. */
        private @Nullable String take(CompletableFuture<ApiResponse<List<T>>> ended) {
            try {
                ApiResponse<List<T>> read = ended.join();
                pager.budget.end();
                pager.requireWhole(read);
                pages.add(read);
                Optional<String> token = pager.tokenAfter(read);
                if (token.isPresent() && !isDone()) {
                    return token.get();
                }
                complete(pages);
            } catch (CompletionException failed) {
                completeExceptionally(failed.getCause() == null ? failed : failed.getCause());
            } catch (Throwable unreadable) {
                completeExceptionally(unreadable);
            }
            return null;
        }

        private void endPage() {
            CompletableFuture<?> running = page;
            if (running != null) {
                running.cancel(true);
            }
        }
    }
}
