package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.json.ReadableValue;
import io.github.clearstreet.json.UnreadableValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads all pages of a list. What it returns is whole: whenever that is not certain, it throws. */
final class PageReader {
    /** So many pages in a row may have nothing, and say that more follow. */
    private static final int EMPTY_PAGES = 3;
    /** Ten million rows of the largest page. A server that always names a next page would fill the memory. */
    private static final int MOST_PAGES = 10_000;

    private PageReader() {}

    /** The responses do not make up a list that can be trusted. */
    static final class IncompleteException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        IncompleteException(String message) {
            super(message);
        }
    }

    /**
     * Reads from the first page on.
     *
     * @param page gives the page of a token; of null, the first one
     * @throws io.github.clearstreet.ClearStreetException if a page could not be read
     * @throws IncompleteException if the pages came, but are not known to be all
     */
    static <T> List<T> all(Function<@Nullable String, ApiResponse<List<T>>> page) {
        List<T> items = new ArrayList<>();
        Set<String> followed = new HashSet<>();
        long total = 0;
        String token = null;
        int empty = 0;
        do {
            ApiResponse<List<T>> response = page(page, token);
            items.addAll(response.data());
            total = Math.max(total, total(response));
            token = next(response).orElse(null);
            empty = response.data().isEmpty() ? empty + 1 : 0;
            if (token != null && empty >= EMPTY_PAGES) {
                throw new IncompleteException("page after page of a list is empty, and says that more follow");
            }
            if (token != null && !followed.add(token)) {
                throw new IncompleteException("the pages of a list lead back to one that was read before");
            }
            if (followed.size() >= MOST_PAGES) {
                throw new IncompleteException("a list has more than " + MOST_PAGES + " pages");
            }
        } while (token != null);
        if (items.size() < total) {
            throw new IncompleteException("a list has " + total + " items, but " + items.size() + " came");
        }
        return items;
    }

    /** A token that is refused says nothing about the list: it may have run out. */
    private static <T> ApiResponse<List<T>> page(
            Function<@Nullable String, ApiResponse<List<T>>> page, @Nullable String token) {
        try {
            return page.apply(token);
        } catch (RejectedException e) {
            if (token == null || RequestSender.mayPass(e)) {
                throw e;
            }
            throw new IncompleteException("a later page of a list was refused: " + e.getMessage());
        }
    }

    private static long total(ApiResponse<?> response) {
        return ReadableValue.orElse(() -> response.metadata().totalItems().orElse(0L), 0L);
    }

    private static Optional<String> next(ApiResponse<?> response) {
        try {
            if (response.error().isPresent()) {
                throw new IncompleteException(
                        "a page came with an error: " + response.error().get().message());
            }
            return response.metadata().nextPageToken().filter(text -> !text.isEmpty());
        } catch (UnreadableValueException e) {
            throw new IncompleteException("a page does not say whether it is the last one (" + e.getMessage() + ")");
        }
    }
}
