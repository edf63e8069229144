package io.github.clearstreet.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param number counts from one
 * @param nextToken null on the last page
 * @param previousToken null on the first page
 */
record Page<T>(
        List<T> items,
        int number,
        int totalItems,
        int totalPages,
        @Nullable String nextToken,
        @Nullable String previousToken) {
    /** As in {@code metadata} of an answer. */
    Map<String, @Nullable Object> metadata() {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("next_page_token", nextToken);
        metadata.put("previous_page_token", previousToken);
        metadata.put("page_number", number);
        metadata.put("total_items", totalItems);
        metadata.put("total_pages", totalPages);
        return metadata;
    }
}
