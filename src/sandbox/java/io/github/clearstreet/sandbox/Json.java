package io.github.clearstreet.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as Map, List, String, Boolean, numbers and null. */
final class Json {
    /** Bounded, and strict by RFC 8259; a name that occurs twice in an object is refused, too. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNumberLength(100)
                    .build())
            .build();

    private static final int LARGEST_SCALE = 1000;

    private Json() {}

    /**
     * Reads the body of a request. Numbers become BigDecimal.
     *
     * @throws ApiErrorException with 400 if it is not JSON
     */
    static @Nullable Object readRequest(String body) {
        try {
            return read(body);
        } catch (IOException e) {
            throw new ApiErrorException(400, "The body is not JSON: " + e.getMessage() + ".");
        }
    }

    /** Reads what the sandbox has written. */
    static @Nullable Object readOwn(String json) {
        try {
            return read(json);
        } catch (IOException e) {
            throw new IllegalStateException("The response is not JSON", e);
        }
    }

    static @Nullable Object read(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IOException("there is no value");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("there is text after the value");
            }
            return value;
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NULL -> null;
            default -> number(parser.getText());
        };
    }

    private static BigDecimal number(String text) throws IOException {
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= LARGEST_SCALE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException("the number cannot be read", e);
        }
        throw new IOException("the number is too large or too small");
    }

    /** Writes one line. */
    static String write(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(@Nullable Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> members) {
            String separator = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                string(String.valueOf(member.getKey()), json.append(separator));
                write(member.getValue(), json.append(':'));
                separator = ",";
            }
            json.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> elements) {
            String separator = "[";
            for (Object element : elements) {
                write(element, json.append(separator));
                separator = ",";
            }
            json.append(elements.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            string(text, json);
        } else if (value instanceof BigDecimal number) {
            json.append(number.toPlainString());
        } else if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            json.append(value);
        } else {
            throw new IllegalArgumentException("A JSON value must be a Map, List, String, Boolean, Integer, Long,"
                    + " BigDecimal or null, not a " + value.getClass().getName());
        }
    }

    private static void string(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"' || next == '\\') {
                json.append('\\').append(next);
            } else if (next < ' ' || Character.isSurrogate(next)) {
                // An escaped surrogate survives UTF-8 even if its other half is missing.
                json.append(String.format("\\u%04x", (int) next));
            } else {
                json.append(next);
            }
        }
        json.append('"');
    }
}
