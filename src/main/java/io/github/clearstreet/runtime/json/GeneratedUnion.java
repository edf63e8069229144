package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The common part of generated values that are one of several kinds, for example a text or a number. A value of another kind
 * is kept as it came. Immutable and thread-safe.
 */
public abstract class GeneratedUnion {
    private final Object plain;

    /** Takes a plain, unmodifiable value. */
    protected GeneratedUnion(Object plain) {
        this.plain = plain;
    }

    /** What the JSON of a kind looks like. */
    protected enum JsonForm {
        TEXT,
        ENUM,
        NUMBER,
        BOOLEAN,
        LIST,
        MAP,
        MODEL,
        UNION,
        ANY
    }

    /** For factories: returns an unmodifiable copy of plain values of any JSON library. */
    protected static Object plainOf(Object plain) {
        return plainOf(plain, Codecs.OBJECT);
    }

    /** For factories: returns a typed value as a plain one. */
    protected static <T> Object plainOf(T value, ValueCodec<T> codec) {
        return Codecs.OBJECT.read(codec.write(value));
    }

    /** Returns the value if its JSON is of the kind, and the codec can read it. */
    protected final <T> Optional<T> as(JsonForm form, ValueCodec<T> codec) {
        if (!isOf(form)) {
            return Optional.empty();
        }
        try {
            return Optional.of(codec.read(Codecs.OBJECT.write(plain)));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    /** Returns the value if it is an object whose discriminator is one of the texts. */
    protected final <T> Optional<T> as(JsonForm form, ValueCodec<T> codec, String discriminator, String... texts) {
        boolean isThat =
                plain instanceof Map<?, ?> fields && List.of(texts).contains(String.valueOf(fields.get(discriminator)));
        return isThat ? as(form, codec) : Optional.empty();
    }

    /** Returns the value if it is an object that has all that its class requires, readable. */
    protected final <T extends GeneratedModel> Optional<T> asComplete(ValueCodec<T> codec) {
        return as(JsonForm.MODEL, codec).filter(GeneratedModel::isComplete);
    }

    private boolean isOf(JsonForm form) {
        return switch (form) {
            case TEXT -> plain instanceof String;
            case ENUM -> !(plain instanceof List || plain instanceof Map);
            case NUMBER -> plain instanceof Number;
            case BOOLEAN -> plain instanceof Boolean;
            case LIST -> plain instanceof List;
            case MAP, MODEL -> plain instanceof Map;
            case UNION, ANY -> true;
        };
    }

    /** Returns the value as text, a number, a boolean, an unmodifiable list or an unmodifiable map. */
    @JsonValue
    public final Object toPlain() {
        return plain;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof GeneratedUnion that && getClass() == that.getClass() && plain.equals(that.plain));
    }

    @Override
    public final int hashCode() {
        return plain.hashCode();
    }

    /** Returns a text as it is, and anything else as JSON. */
    @Override
    public final String toString() {
        return plain instanceof String text
                ? text
                : new String(Codecs.OBJECT.write(plain), java.nio.charset.StandardCharsets.UTF_8);
    }
}
