package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The codecs of everything that is not a model, one for each type of the specification. */
public final class Codecs {
    /** Text. A number is kept as the text that it came as, because the API has changed from one to the other before. */
    public static final ValueCodec<String> STRING = new ValueCodec<>() {
        @Override
        public @Nullable String read(JsonReader in) throws IOException {
            Utf8Parser parser = in.parser();
            if (parser.hasToken(JsonToken.VALUE_STRING) || parser.currentToken().isNumeric()) {
                return in.text();
            }
            in.rejectUnlessNull("not a text");
            return null;
        }

        @Override
        public void write(String value, JsonWriter out) throws IOException {
            out.generator().writeString(value);
        }
    };

    public static final ValueCodec<Boolean> BOOLEAN = new ValueCodec<>() {
        @Override
        public @Nullable Boolean read(JsonReader in) throws IOException {
            JsonToken token = in.parser().currentToken();
            if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
                return token == JsonToken.VALUE_TRUE;
            }
            in.rejectUnlessNull("not a boolean");
            return null;
        }

        @Override
        public void write(Boolean value, JsonWriter out) throws IOException {
            out.generator().writeBoolean(value);
        }
    };

    /** 64-bit integers. Integers as text are accepted, because the API has changed from one to the other before. */
    public static final ValueCodec<Long> LONG = new ValueCodec<>() {
        @Override
        public @Nullable Long read(JsonReader in) throws IOException {
            in.charge(HeapBudget.OBJECT);
            return Integers.read(in, Long.MIN_VALUE, Long.MAX_VALUE, "not a 64-bit integer");
        }

        @Override
        public void write(Long value, JsonWriter out) throws IOException {
            out.generator().writeNumber(value);
        }
    };

    /** 32-bit integers, as numbers or as text. */
    public static final ValueCodec<Integer> INTEGER = new ValueCodec<>() {
        @Override
        public @Nullable Integer read(JsonReader in) throws IOException {
            Long value = Integers.read(in, Integer.MIN_VALUE, Integer.MAX_VALUE, "not a 32-bit integer");
            return value == null ? null : value.intValue();
        }

        @Override
        public void write(Integer value, JsonWriter out) throws IOException {
            out.generator().writeNumber(value);
        }
    };

    /** Decimal numbers, written as text without an exponent. Numbers are accepted, and read digit by digit. */
    public static final ValueCodec<BigDecimal> BIG_DECIMAL = new ValueCodec<>() {
        @Override
        public @Nullable BigDecimal read(JsonReader in) throws IOException {
            Utf8Parser parser = in.parser();
            BigDecimal value = null;
            if (parser.currentToken().isNumeric() || parser.hasToken(JsonToken.VALUE_STRING)) {
                value = Decimals.read(parser);
            }
            if (value == null) {
                in.rejectUnlessNull("not a decimal number");
            } else {
                in.charge(HeapBudget.ofNumber(parser.length()));
            }
            return value;
        }

        @Override
        public void write(BigDecimal value, JsonWriter out) throws IOException {
            out.generator().writeString(value.toPlainString());
        }
    };

    /** Decimal numbers, written as numbers without an exponent. Text is accepted. */
    public static final ValueCodec<BigDecimal> NUMBER = new ValueCodec<>() {
        @Override
        public @Nullable BigDecimal read(JsonReader in) throws IOException {
            return BIG_DECIMAL.read(in);
        }

        @Override
        public void write(BigDecimal value, JsonWriter out) throws IOException {
            out.generator().writeNumber(value.toPlainString());
        }
    };

    /** RFC 3339 timestamps, read with any offset, written in UTC. */
    public static final ValueCodec<Instant> INSTANT = new ValueCodec<>() {
        @Override
        public @Nullable Instant read(JsonReader in) throws IOException {
            Utf8Parser parser = in.parser();
            Instant value = null;
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                value = Timestamps.read(parser);
            }
            if (value == null) {
                in.rejectUnlessNull("not an RFC 3339 timestamp");
            } else {
                in.charge(HeapBudget.OBJECT);
            }
            return value;
        }

        @Override
        public void write(Instant value, JsonWriter out) throws IOException {
            out.generator().writeString(value.toString());
        }
    };

    /** RFC 3339 timestamps of which the offset is kept. */
    public static final ValueCodec<OffsetDateTime> OFFSET_DATE_TIME = new ValueCodec<>() {
        @Override
        public @Nullable OffsetDateTime read(JsonReader in) throws IOException {
            Utf8Parser parser = in.parser();
            if (parser.hasToken(JsonToken.VALUE_STRING) && Timestamps.read(parser) != null) {
                try {
                    return OffsetDateTime.parse(in.text().replace(' ', 'T').toUpperCase(Locale.ROOT));
                } catch (DateTimeException e) {
                    // An offset beyond 18 hours, or a leap second: noted below.
                }
            }
            in.rejectUnlessNull("not an RFC 3339 timestamp");
            return null;
        }

        @Override
        public void write(OffsetDateTime value, JsonWriter out) throws IOException {
            out.generator().writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
        }
    };

    /** Integers of any size up to {@link Decimals}' bounds, as numbers or as text. */
    public static final ValueCodec<BigInteger> BIG_INTEGER = new ValueCodec<>() {
        @Override
        public @Nullable BigInteger read(JsonReader in) throws IOException {
            Utf8Parser parser = in.parser();
            BigDecimal value = null;
            if (parser.currentToken().isNumeric() || parser.hasToken(JsonToken.VALUE_STRING)) {
                value = Decimals.read(parser);
            }
            if (value == null || value.stripTrailingZeros().scale() > 0) {
                in.rejectUnlessNull("not an integer");
                return null;
            }
            in.charge(HeapBudget.ofNumber(value.precision()));
            return value.toBigInteger();
        }

        @Override
        public void write(BigInteger value, JsonWriter out) throws IOException {
            out.generator().writeNumber(value);
        }
    };

    /** Dates without a time, in RFC 3339 form. */
    public static final ValueCodec<LocalDate> LOCAL_DATE = new TextCodec<>("not a date", 10, LocalDate::parse);

    /** UUIDs in their 36 characters, written in lower case. */
    public static final ValueCodec<UUID> UUID = new TextCodec<>("not a UUID", 36, java.util.UUID::fromString);

    /** Objects of any shape, as plain values. */
    public static final ValueCodec<Map<String, Object>> FREE_FORM = new FreeFormCodec();

    /** Any value but null, as a plain value. */
    public static final ValueCodec<Object> OBJECT = new ValueCodec<>() {
        @Override
        public @Nullable Object read(JsonReader in) throws IOException {
            return PlainValues.read(in);
        }

        @Override
        public void write(Object value, JsonWriter out) throws IOException {
            PlainValues.write(value, out.generator());
        }
    };

    private Codecs() {}

    /** Returns a codec of objects whose fields are values of one kind, or null. */
    public static <T> ValueCodec<Map<String, T>> mapWithNulls(ValueCodec<T> element) {
        return new MapCodec<>(element, true);
    }

    /** Returns a codec of lists whose elements may be null. */
    public static <T> ValueCodec<List<T>> listWithNulls(ValueCodec<T> element) {
        return new ListCodec<>(element, true);
    }

    /** Returns a codec of objects whose fields are values of one kind. */
    public static <T> ValueCodec<Map<String, T>> map(ValueCodec<T> element) {
        return new MapCodec<>(element, false);
    }

    /** Returns a codec of lists. */
    public static <T> ValueCodec<List<T>> list(ValueCodec<T> element) {
        return new ListCodec<>(element, false);
    }
}
