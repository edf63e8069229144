package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.runtime.json.Codec;
import io.github.clearstreet.runtime.json.GeneratedUnion;
import io.github.clearstreet.runtime.json.PlainFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** What each parameter of the document becomes: an object may be sent under other names than its own. Not encoded. */
    private final SortedMap<String, List<Sent>> values;

    /** One name and value in the address. */
    private record Sent(String name, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private QueryParameters(SortedMap<String, List<Sent>> values) {
        this.values = values;
    }

    /**
     * Sets one value.
     *
     * @param value null means not sent
     * @throws IllegalArgumentException if the text of the value is blank
     */
    public QueryParameters with(String name, @Nullable Object value) {
        return copyWith(name, value == null ? List.of() : List.of(new Sent(name, text(name, value))));
    }

    /** Sets one value that may be an empty text, because the specification says that it means something. */
    public QueryParameters withEmptyAllowed(String name, @Nullable Object value) {
        return copyWith(name, value == null ? List.of() : List.of(new Sent(name, ParameterText.of(value))));
    }

    /**
     * Sets a list that is sent as one parameter, {@code name=a,b}, the comma encoded as {@code %2C}.
     *
     * @param items null means not sent
     * @throws IllegalArgumentException if the list is empty, or if an item is blank or contains a comma
     */
    public QueryParameters withJoined(String name, @Nullable List<?> items) {
        return withJoined(name, items, ",");
    }

    /**
     * Sets a list that is sent as one parameter, its items joined, the delimiter encoded.
     *
     * @param items null means not sent
     * @throws IllegalArgumentException if the list is empty, or if an item is empty or contains the delimiter
     */
    public QueryParameters withJoined(String name, @Nullable List<?> items, String delimiter) {
        return with(name, items == null ? null : Delimited.join(name, notEmpty(name, items), delimiter));
    }

    /**
     * Sets an object that is sent as one parameter, {@code name=side,SELL}.
     *
     * @param object a model or a map; null means not sent
     * @throws IllegalArgumentException if the object has no field, or one that has no form in this style
     */
    public QueryParameters withJoinedFields(String name, @Nullable Object object, String delimiter) {
        return with(name, object == null ? null : Delimited.joinFields(name, fields(name, object), delimiter));
    }

    /**
     * Sets an object that is sent as one parameter for each field, {@code side=SELL}.
     *
     * @param object a model or a map; null means not sent
     * @throws IllegalArgumentException if the object has no field, or one that has no form in this style
     */
    public QueryParameters withFields(String name, @Nullable Object object) {
        return copyWith(name, object == null ? List.of() : sent(Delimited.entries(fields(name, object))));
    }

    /**
     * Sets an object that is sent as one parameter for each field, {@code name[side]=SELL}.
     *
     * @param object a model or a map; null means not sent
     * @throws IllegalArgumentException if the object has no field
     */
    public QueryParameters withDeepObject(String name, @Nullable Object object) {
        return copyWith(name, object == null ? List.of() : sent(Delimited.deep(name, fields(name, object))));
    }

    /**
     * Sets a value whose form is known only now: a text, a list or an object.
     *
     * @param value null means not sent
     * @param delimiter between items; {@code &} for a parameter each, {@code []} for objects as {@code name[field]}
     */
    public QueryParameters withAny(String name, @Nullable Object value, String delimiter) {
        Object plain = value instanceof GeneratedUnion union ? union.toPlain() : value;
        boolean each = delimiter.equals("&") || delimiter.equals("[]");
        if (plain instanceof List<?> items) {
            return each ? withRepeated(name, items) : withJoined(name, items, delimiter);
        }
        if (plain instanceof Map || plain instanceof JsonModel) {
            return delimiter.equals("[]")
                    ? withDeepObject(name, plain)
                    : each ? withFields(name, plain) : withJoinedFields(name, plain, delimiter);
        }
        return with(name, plain);
    }

    /** Sets a value that is sent as JSON; null means not sent. */
    public <T> QueryParameters withJson(String name, Codec<T> codec, @Nullable T value) {
        return with(name, value == null ? null : new String(codec.write(value), StandardCharsets.UTF_8));
    }

    /** Sets a list each of whose items is sent as JSON; null means not sent. */
    public <T> QueryParameters withRepeatedJson(String name, Codec<T> codec, @Nullable List<T> items) {
        return withRepeated(
                name,
                items == null
                        ? null
                        : items.stream()
                                .map(item -> new String(codec.write(item), StandardCharsets.UTF_8))
                                .toList());
    }

    /** Sets a list of objects that is sent as {@code name[0][field]}; null means not sent. */
    public QueryParameters withDeepList(String name, @Nullable List<?> items) {
        return copyWith(name, items == null ? List.of() : sent(Delimited.deepList(name, notEmpty(name, items))));
    }

    private static Map<String, Object> fields(String name, Object object) {
        Map<String, Object> fields = new LinkedHashMap<>(PlainFields.of(object));
        fields.values().removeIf(Objects::isNull);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "The object " + name + " has no field. Pass null to leave it out, which may mean: all.");
        }
        return fields;
    }

    private static List<Sent> sent(List<Map.Entry<String, Object>> entries) {
        return entries.stream()
                .map(entry -> new Sent(entry.getKey(), text(entry.getKey(), entry.getValue())))
                .toList();
    }

    /**
     * Sets a list that is sent as one parameter for each item, {@code name=a&name=b}.
     *
     * @param items null means not sent
     * @throws IllegalArgumentException if the list is empty or an item is blank
     */
    public QueryParameters withRepeated(String name, @Nullable List<?> items) {
        return copyWith(
                name,
                items == null
                        ? List.of()
                        : notEmpty(name, items).stream()
                                .map(item -> new Sent(name, text(name, item)))
                                .toList());
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

    /** Returns the encoded parameters, for Feign: a text, or a list of texts for a name that is repeated. */
    public Map<String, Object> toMap() {
        SortedMap<String, List<String>> texts = new TreeMap<>();
        values.values()
                .forEach(some -> some.forEach(
                        sent -> texts.computeIfAbsent(PercentEncoding.encode(sent.name()), name -> new ArrayList<>())
                                .add(PercentEncoding.encode(sent.text()))));
        Map<String, Object> encoded = new TreeMap<>();
        texts.forEach((name, some) -> encoded.put(name, some.size() == 1 ? some.get(0) : some));
        return encoded;
    }

    private static List<?> notEmpty(String name, List<?> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException(
                    "The list " + name + " is empty. Pass null to leave it out, which may mean: all.");
        }
        return items;
    }

    private static String text(String name, @Nullable Object value) {
        String text = value == null ? "" : ParameterText.of(value);
        // Servers trim: a blank filter is none, and the request would mean more than was asked for.
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "The query parameter " + name + " has an empty or blank value. Pass null to leave it out.");
        }
        return text;
    }

    private QueryParameters copyWith(String name, List<Sent> sent) {
        SortedMap<String, List<Sent>> copy = new TreeMap<>(values);
        if (sent.isEmpty()) {
            copy.remove(name);
        } else {
            copy.put(name, sent);
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
        Map<String, Object> shown = new TreeMap<>();
        values.forEach((name, sent) -> shown.put(name, sent.size() == 1 ? sent.get(0) : sent));
        return Printable.text(shown.toString());
    }
}
