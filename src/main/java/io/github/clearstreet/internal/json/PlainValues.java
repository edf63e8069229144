package io.github.clearstreet.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain, unmodifiable Java values: String, Boolean, Long, BigInteger, BigDecimal, List, Map and null. */
final class PlainValues {
    private static final int MAX_LONG_DIGITS = 18;

    private PlainValues() {}

    /** Reads the current value; notes a violation for each number in it that is out of bounds. */
    static @Nullable Object read(JsonReader in) throws IOException {
        JsonParser parser = in.parser();
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(in);
            case START_ARRAY -> readArray(in);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber(in);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    static Map<String, Object> readObject(JsonReader in) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name = in.parser().nextFieldName();
                name != null;
                name = in.parser().nextFieldName()) {
            in.parser().nextToken();
            putNullable(fields, name, read(in));
        }
        return Collections.unmodifiableMap(fields);
    }

    @SuppressWarnings("NullAway") // A null within a plain value is kept; the type of the map does not say so.
    private static void putNullable(Map<String, Object> fields, String name, @Nullable Object value) {
        fields.put(name, value);
    }

    private static List<@Nullable Object> readArray(JsonReader in) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (in.parser().nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(in));
        }
        return Collections.unmodifiableList(elements);
    }

    private static @Nullable Object readNumber(JsonReader in) throws IOException {
        JsonParser parser = in.parser();
        int length = parser.getTextLength();
        boolean isInteger = parser.hasToken(JsonToken.VALUE_NUMBER_INT);
        if (isInteger && length <= MAX_LONG_DIGITS) {
            return parser.getLongValue();
        }
        BigDecimal number = Decimals.parse(parser.getTextCharacters(), parser.getTextOffset(), length);
        if (number == null) {
            in.reject("not a number within bounds");
            return null;
        }
        if (!isInteger) {
            return number;
        }
        BigInteger integer = number.toBigInteger();
        return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer;
    }

    static void write(@Nullable Object value, JsonGenerator out) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Map<?, ?> fields) {
            out.writeStartObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                out.writeFieldName(String.valueOf(field.getKey()));
                write(field.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof Iterable<?> elements) {
            out.writeStartArray();
            for (Object element : elements) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Number number) {
            out.writeNumber(number.toString());
        } else {
            out.writeString(value.toString());
        }
    }

    static byte[] toJson(Map<String, ?> plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonWriter out = new JsonWriter(bytes)) {
            write(plain, out.generator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Map<String, Object> fromJson(byte[] json) {
        try (JsonReader in = new JsonReader(json)) {
            in.parser().nextToken();
            return readObject(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
