package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request, in the order of their names. Immutable.
 *
 * <p>Nothing that was set gets lost on the way: a value that a server could take for absent is refused, because a filter that
 * does not arrive makes a request mean more than was asked for.
 */
public final class QueryParameters {
    /** No parameter at all. */
    public static final QueryParameters NONE = new QueryParameters(Collections.emptySortedMap());

    /** A text, or a list of texts for a parameter that is repeated. Not encoded. */
    private final SortedMap<String, Object> values;

    private QueryParameters(SortedMap<String, Object> values) {
        this.values = values;
    }

    /**
     * Sets one value.
     *
     * @param value null means not sent
     * @throws IllegalArgumentException if the text of the value is empty
     */
    public QueryParameters with(String name, @Nullable Object value) {
        return copyWith(name, value == null ? null : text(name, value));
    }

    /**
     * Sets a list that is sent as one parameter, {@code name=a,b}, the comma encoded as {@code %2C}.
     *
     * @param items null means not sent
     * @throws IllegalArgumentException if the list is empty, or if an item is empty or contains a comma
     */
    public QueryParameters withJoined(String name, @Nullable List<?> items) {
        if (items == null) {
            return copyWith(name, null);
        }
        List<String> texts = texts(name, items);
        for (String text : texts) {
            if (text.indexOf(',') >= 0) {
                // Most servers decode before they split, so that not even an encoded comma would stay within its item.
                throw new IllegalArgumentException("An item of " + name + " contains a comma, which separates items: \""
                        + Printable.text(text) + "\". Send it in a request of its own, if the API takes it at all.");
            }
        }
        return copyWith(name, String.join(",", texts));
    }

    /**
     * Sets a list that is sent as one parameter for each item, {@code name=a&name=b}.
     *
     * @param items null means not sent
     * @throws IllegalArgumentException if the list or an item is empty
     */
    public QueryParameters withRepeated(String name, @Nullable List<?> items) {
        return copyWith(name, items == null ? null : texts(name, items));
    }

    /**
     * Checks that a parameter is set.
     *
     * @throws IllegalArgumentException if it is not
     */
    public QueryParameters require(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("The query parameter " + name + " is required. Set it.");
        }
        return this;
    }

    /** Returns the encoded parameters, for Feign. */
    public Map<String, Object> toMap() {
        SortedMap<String, Object> encoded = new TreeMap<>(values);
        encoded.replaceAll((name, value) -> value instanceof List<?> items
                ? items.stream()
                        .map(item -> PercentEncoding.encode((String) item))
                        .toList()
                : PercentEncoding.encode((String) value));
        return encoded;
    }

    private static List<String> texts(String name, List<?> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException(
                    "The list " + name + " is empty. Pass null to leave it out, which may mean: all.");
        }
        return items.stream().map(item -> text(name, item)).toList();
    }

    private static String text(String name, @Nullable Object value) {
        String text = value == null ? "" : ParameterText.of(value);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "The query parameter " + name + " has an empty value. Pass null to leave it out.");
        }
        return text;
    }

    private QueryParameters copyWith(String name, @Nullable Object value) {
        SortedMap<String, Object> copy = new TreeMap<>(values);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return new QueryParameters(copy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueryParameters that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Returns names and values, not encoded. */
    @Override
    public String toString() {
        return Printable.text(values.toString());
    }
}
