package io.github.clearstreet.runtime.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The common part of the generated codecs of unions: any value but null is one. */
public abstract class UnionCodec<T extends GeneratedUnion> implements ValueCodec<T> {
    protected abstract T of(Object plain);

    @Override
    public final @Nullable T read(JsonReader in) throws IOException {
        Object plain = PlainValues.read(in);
        return plain == null ? null : of(plain);
    }

    @Override
    public final void write(T value, JsonWriter out) throws IOException {
        PlainValues.write(value.toPlain(), out.generator());
    }
}
