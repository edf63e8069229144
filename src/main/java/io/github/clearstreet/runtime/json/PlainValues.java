package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON as plain, unmodifiable Java values: String, Boolean, Long, BigInteger, BigDecimal, List, Map and null. */
final class PlainValues {
    /** Every integer of at most this length is within the range of a long. */
    private static final int LONG_LENGTH = 18;

    private static final ValueCodec<Map<String, Object>> COMPACT_MAP = Codecs.mapWithNulls(Codecs.OBJECT);
    private static final ValueCodec<List<Object>> COMPACT_LIST = Codecs.listWithNulls(Codecs.OBJECT);

    private PlainValues() {}

    /** Reads the current value. */
    static @Nullable Object read(JsonReader in) throws IOException {
        Utf8Parser parser = in.parser();
        return switch (parser.currentToken()) {
            case START_OBJECT -> readFields(in);
            case START_ARRAY -> in.isCompact() ? COMPACT_LIST.read(in) : readArray(in);
            case VALUE_STRING -> in.text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                in.charge(HeapBudget.ofNumber(in.parser().getTextLength()));
                yield readNumber(in);
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    static Map<String, Object> readFields(JsonReader in) throws IOException {
        return in.isCompact() ? Objects.requireNonNull(COMPACT_MAP.read(in)) : readObject(in);
    }

    @SuppressWarnings("NullAway") // A null within a plain value is kept, but maps are easier to use without saying so.
    static Map<String, Object> readObject(JsonReader in) throws IOException {
        in.charge(HeapBudget.MAP);
        Utf8Parser parser = in.parser();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            in.charge(HeapBudget.ENTRY + name.length());
            fields.put(name, read(in));
        }
        return Collections.unmodifiableMap(fields);
    }

    private static List<@Nullable Object> readArray(JsonReader in) throws IOException {
        in.charge(HeapBudget.LIST);
        Utf8Parser parser = in.parser();
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            in.charge(HeapBudget.REFERENCE);
            elements.add(read(in));
        }
        return Collections.unmodifiableList(elements);
    }

    private static Object readNumber(JsonReader in) throws IOException {
        Utf8Parser parser = in.parser();
        boolean isInteger = parser.hasToken(JsonToken.VALUE_NUMBER_INT);
        if (isInteger && parser.getTextLength() <= LONG_LENGTH) {
            return parser.getLongValue();
        }
        BigDecimal number = Decimals.read(parser);
        if (number == null) {
            return in.isForMapper() ? parser.getText() : new UnboundedNumber(parser.getText());
        }
        // 1e9 is written as 1000000000, and must be read back equal.
        return isInteger || number.scale() == 0 ? narrow(number.toBigInteger()) : number;
    }

    private static Number narrow(BigInteger integer) {
        if (integer.bitLength() < Long.SIZE) {
            return integer.longValue();
        }
        return integer;
    }

    /**
     * Writes plain values of any JSON library.
     *
     * @throws IllegalArgumentException if a value has no form in JSON
     */
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
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Number number && isFinite(number)) {
            out.writeNumber(number.toString());
        } else {
            throw new IllegalArgumentException("A " + value.getClass().getName()
                    + " cannot be written as JSON. Use text, " + "numbers, booleans, lists, maps and null.");
        }
    }

    private static boolean isFinite(Number number) {
        return !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
    }
}
