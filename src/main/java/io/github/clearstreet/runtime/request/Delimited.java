package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.runtime.json.PlainFields;
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

    /** Joins the fields of an object: {@code side=SELL,symbol=GOOG}. */
    static String joinExploded(String name, Map<String, Object> fields) {
        return entries(fields).stream()
                .map(entry -> entry.getKey() + "=" + join(name, List.of(entry.getValue()), ","))
                .collect(Collectors.joining(","));
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
        refuseEmpty(name, value);
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

    /** What is empty would not be sent, and a server that is told less does more. */
    private static void refuseEmpty(String name, Object value) {
        if ((value instanceof List<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> fields && fields.isEmpty())) {
            throw new IllegalArgumentException(
                    name + " is empty, for which the style of this parameter has no form. Leave it out.");
        }
    }

    /** Returns the fields of an object as {@code name[field]}, at any depth; a list as one entry for each item, with its number if the item is an object. */
    static List<Map.Entry<String, Object>> deep(String name, Map<String, Object> fields) {
        List<Map.Entry<String, Object>> entries = new ArrayList<>();
        fields.forEach((field, value) -> addDeep(name + "[" + field + "]", value, entries));
        return entries;
    }

    /** Returns the fields of a list of objects as {@code name[0][field]}. */
    static List<Map.Entry<String, Object>> deepList(String name, List<?> items) {
        List<Map.Entry<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            Object plain = item instanceof JsonModel || item instanceof Map ? PlainFields.of(item) : item;
            addDeep(name + "[" + i + "]", plain, entries);
        }
        return entries;
    }

    @SuppressWarnings("unchecked") // Plain objects have texts as keys.
    private static void addDeep(String name, Object value, List<Map.Entry<String, Object>> entries) {
        refuseEmpty(name, value);
        if (value instanceof Map<?, ?> fields) {
            entries.addAll(deep(name, (Map<String, Object>) fields));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                Object item = items.get(i);
                addDeep(item instanceof Map || item instanceof List ? name + "[" + i + "]" : name, item, entries);
            }
        } else if (value != null) {
            entries.add(Map.entry(name, value));
        }
    }
}
