package io.github.clearstreet.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.clearstreet.json.OpenEnum;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The common part of the generated codecs of open enums: any text is a value. */
public abstract class OpenEnumCodec<T extends OpenEnum> implements ValueCodec<T> {
    protected abstract T of(String text);

    @Override
    public final @Nullable T read(JsonReader in) throws IOException {
        JsonParser parser = in.parser();
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return of(parser.getText());
        }
        in.rejectUnlessNull("not a text");
        return null;
    }

    @Override
    public final void write(T value, JsonWriter out) throws IOException {
        out.generator().writeString(value.value());
    }
}
