package io.github.clearstreet;

import io.github.clearstreet.json.UnreadableValueException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the tokens of one list, each once. */
final class PageIterator<T> implements Iterator<ApiResponse<List<T>>> {
    private final Function<@Nullable String, ApiResponse<List<T>>> read;
    private final BiFunction<ApiResponse<List<T>>, RuntimeException, ClearStreetException> unreadable;
    private final Set<String> followed = new HashSet<>();
    private @Nullable ApiResponse<List<T>> last;
    private @Nullable String token;
    private boolean ended;

    /**
     * @param read gives the page of a token, or the first one
     * @param unreadable makes the exception of a page that does not lead on
     */
    PageIterator(
            Function<@Nullable String, ApiResponse<List<T>>> read,
            BiFunction<ApiResponse<List<T>>, RuntimeException, ClearStreetException> unreadable) {
        this.read = read;
        this.unreadable = unreadable;
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
        ApiResponse<List<T>> page = read.apply(token);
        last = page;
        token = null;
        return page;
    }

    /** Empty on the last page. Not knowing whether a page is the last one must not look like the end of the list. */
    private Optional<String> tokenAfter(ApiResponse<List<T>> page) {
        try {
            Optional<String> next = page.metadata().nextPageToken().filter(text -> !text.isEmpty());
            if (next.isPresent() && !followed.add(next.get())) {
                throw new IllegalStateException("it leads back to a page that was read before");
            }
            return next;
        } catch (UnreadableValueException | IllegalStateException e) {
            throw unreadable.apply(page, e);
        }
    }
}
