package io.github.clearstreet.internal.http;

import io.github.clearstreet.runtime.json.Codecs;
import io.github.clearstreet.runtime.json.ValueCodec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds the codec of what a generated method takes as its body or returns: a model, an enum, a plain value, or lists and
 * maps of them. Thread-safe.
 *
 * <p>A decimal that is not within a model is written as text, as everywhere in this API: its Java type does not say whether
 * the specification has a number there.
 */
final class TypeCodecs {
    private static final Map<Class<?>, ValueCodec<?>> PLAIN = Map.of(
            String.class, Codecs.STRING,
            Boolean.class, Codecs.BOOLEAN,
            Long.class, Codecs.LONG,
            Integer.class, Codecs.INTEGER,
            BigDecimal.class, Codecs.BIG_DECIMAL,
            Instant.class, Codecs.INSTANT,
            LocalDate.class, Codecs.LOCAL_DATE,
            UUID.class, Codecs.UUID,
            Object.class, Codecs.OBJECT);

    private final Function<Class<?>, ValueCodec<?>> models;

    /** Takes the generated lookup, which refuses what is no model. */
    TypeCodecs(Function<Class<?>, ValueCodec<?>> models) {
        this.models = models;
    }

    /** @throws IllegalArgumentException if the generator never makes such a type */
    ValueCodec<?> of(Type type) {
        if (type instanceof Class<?> plainOrModel) {
            ValueCodec<?> plain = PLAIN.get(plainOrModel);
            return plain != null ? plain : models.apply(plainOrModel);
        }
        if (type instanceof ParameterizedType container) {
            Type[] arguments = container.getActualTypeArguments();
            if (container.getRawType() == List.class) {
                return Codecs.list(of(arguments[0]));
            }
            if (container.getRawType() == Map.class && arguments[0] == String.class) {
                return arguments[1] == Object.class ? Codecs.FREE_FORM : Codecs.map(of(arguments[1]));
            }
        }
        throw new IllegalArgumentException(type + " is neither a model nor a list or a map by text.");
    }
}
