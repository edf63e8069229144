package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists and objects as texts, in the styles that OpenAPI takes from RFC 6570. */
final class Delimited {
    private Delimited() {}

    /** Returns the texts of a list, each with something in it. */
    static Stream<String> items(String name, List<?> items) {
        return items.stream().map(item -> {
            String text = item == null ? "" : ParameterText.of(item);
            if (text.isEmpty()) {
                throw new IllegalArgumentException(
                        "An item of " + name + " is empty, which a server could take for absent. Leave it out.");
            }
            return text;
        });
    }

    /** Joins the items of a list. */
    static String join(String name, List<?> items, String delimiter) {
        return items(name, items).map(text -> safe(name, text, delimiter)).collect(Collectors.joining(delimiter));
    }

    /** Joins the fields of an object: {@code side,SELL,symbol,GOOG}. */
    static String joinFields(String name, Map<String, Object> fields, String delimiter) {
        List<Object> items = new ArrayList<>();
        entries(fields).forEach(entry -> {
            items.add(entry.getKey());
            items.add(entry.getValue());
        });
        return join(name, items, delimiter);
    }

    /** Most servers decode before they split, so that not even an encoded delimiter would stay within its item. */
    private static String safe(String name, String text, String delimiter) {
        if (text.contains(delimiter)) {
            throw new IllegalArgumentException("An item of " + name + " contains \"" + delimiter
                    + "\", which separates items: \"" + Printable.text(text)
                    + "\". Send it in a request of its own, if the API takes it at all.");
        }
        return text;
    }

    /** Returns the fields of an object, a list as one entry for each item. An object within it has no form in this style. */
    static List<Map.Entry<String, Object>> entries(Map<String, Object> fields) {
        List<Map.Entry<String, Object>> entries = new ArrayList<>();
        fields.forEach((field, value) -> addPlain(field, value, entries));
        return entries;
    }

    private static void addPlain(String name, Object value, List<Map.Entry<String, Object>> entries) {
        if (value instanceof Map) {
            throw new IllegalArgumentException(
                    name + " is an object within an object, for which the style of this parameter has no form.");
        }
        if (value instanceof List<?> items) {
            items.forEach(item -> addPlain(name, item, entries));
        } else if (value != null) {
            entries.add(Map.entry(name, value));
        }
    }

    /** Returns the fields of an object as {@code name[field]}, at any depth; a list as one entry for each item. */
    static List<Map.Entry<String, Object>> deep(String name, Map<String, Object> fields) {
        List<Map.Entry<String, Object>> entries = new ArrayList<>();
        fields.forEach((field, value) -> addDeep(name + "[" + field + "]", value, entries));
        return entries;
    }

    @SuppressWarnings("unchecked") // Plain objects have texts as keys.
    private static void addDeep(String name, Object value, List<Map.Entry<String, Object>> entries) {
        if (value instanceof Map<?, ?> fields) {
            entries.addAll(deep(name, (Map<String, Object>) fields));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> addDeep(name, item, entries));
        } else if (value != null) {
            entries.add(Map.entry(name, value));
        }
    }
}
