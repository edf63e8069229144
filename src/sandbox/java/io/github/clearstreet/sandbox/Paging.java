package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Set;

/**
 * Cuts a list into pages. Each page is cut from the list as it is when the page is asked for, so that a list which
 * changes meanwhile can repeat or skip items, as lists with an offset do.
 */
final class Paging {
    static final String PAGE_SIZE = "page_size";
    static final String PAGE_TOKEN = "page_token";
    private static final Set<String> NO_FILTERS = Set.of(PAGE_SIZE, PAGE_TOKEN);
    static final int MAX_SIZE = 1000;

    private final int defaultSize;

    Paging(int defaultSize) {
        if (defaultSize < 1 || defaultSize > MAX_SIZE) {
            throw new IllegalArgumentException("A page size must be from 1 to " + MAX_SIZE + ", not " + defaultSize);
        }
        this.defaultSize = defaultSize;
    }

    /** The page that the query asks for. With a token, the size is the token's. */
    <T> Page<T> page(List<T> all, SandboxRequest request, QueryParameters query) {
        String list = query.fingerprint(request.path(), NO_FILTERS);
        int size = query.positive(PAGE_SIZE, MAX_SIZE).orElse(defaultSize);
        PageToken start = query.text(PAGE_TOKEN).map(PageToken::decoded).orElse(new PageToken(0, size, list));
        if (!start.list().equals(list)) {
            throw new ApiErrorException(
                    400, "The page token belongs to another list. Repeat the filters that it came with.");
        }
        return cut(all, start);
    }

    private static <T> Page<T> cut(List<T> all, PageToken start) {
        int from = Math.min(start.offset(), all.size());
        int to = Math.min(from + start.limit(), all.size());
        PageToken next = new PageToken(to, start.limit(), start.list());
        PageToken previous = new PageToken(Math.max(0, start.offset() - start.limit()), start.limit(), start.list());
        return new Page<>(
                all.subList(from, to),
                start.offset() / start.limit() + 1,
                all.size(),
                (all.size() + start.limit() - 1) / start.limit(),
                to < all.size() ? next.encoded() : null,
                start.offset() > 0 ? previous.encoded() : null);
    }
}
