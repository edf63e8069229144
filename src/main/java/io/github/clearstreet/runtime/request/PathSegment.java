package io.github.clearstreet.runtime.request;

import feign.Param;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.runtime.json.GeneratedUnion;
import io.github.clearstreet.runtime.json.PlainFields;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a path parameter so that it stays within its segment. With an empty identifier, {@code DELETE …/positions/{id}}
 * would become {@code DELETE …/positions} and close everything; a slash or {@code ..} would lead elsewhere, too.
 *
 * <p>Works together with {@code @RequestLine(decodeSlash = false)}, because Feign turns {@code %2F} back otherwise, and with
 * {@link CompletePath}, because Feign does not ask it about null.
 */
public class PathSegment implements Param.Expander {
    /**
     * Takes a value as it is: it is an identifier, never a piece of an address, so a percent sign is encoded, too.
     *
     * @throws IllegalArgumentException if the text of the value is empty, {@code .} or {@code ..}
     */
    @Override
    public String expand(Object value) {
        Object plain = value instanceof GeneratedUnion union ? union.toPlain() : value;
        if (plain instanceof Map || plain instanceof JsonModel) {
            return joined(PlainFields.of(plain), ",", ",");
        }
        if (plain instanceof List<?> items) {
            return items.stream().map(PathSegment::encoded).collect(Collectors.joining(","));
        }
        return encoded(plain);
    }

    static String joined(Map<String, Object> fields, String within, String between) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "An object in a path must have a field. Pass the identifier that the API gave.");
        }
        return Delimited.entries(fields).stream()
                .map(entry -> PercentEncoding.encode(entry.getKey()) + within + encoded(entry.getValue()))
                .collect(Collectors.joining(between));
    }

    /** Writes an object as {@code side=SELL,symbol=GOOG}. */
    public static final class ExplodedFields extends PathSegment {
        @Override
        public String expand(Object value) {
            return joined(PlainFields.of(value), "=", ",");
        }
    }

    /** Writes a value as JSON, encoded. */
    public static final class Json extends PathSegment {
        @Override
        public String expand(Object value) {
            return encoded(ParameterText.json(value));
        }
    }

    static String encoded(Object value) {
        String text = ParameterText.of(value);
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException("A part of the path must not be empty, \".\" or \"..\", but is \"" + text
                    + "\". Pass the identifier that the API gave.");
        }
        return PercentEncoding.encode(text);
    }
}
