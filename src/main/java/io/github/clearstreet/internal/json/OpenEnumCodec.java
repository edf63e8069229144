package io.github.clearstreet.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.clearstreet.json.OpenEnum;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The common part of the generated codecs of open enums: any text is a value. */
public abstract class OpenEnumCodec<T extends OpenEnum> implements ValueCodec<T> {
    private final List<T> constants;
    private final char[][] texts;

    /** Takes all constants of the enum. */
    protected OpenEnumCodec(List<T> constants) {
        this.constants = constants;
        this.texts = constants.stream()
                .map(constant -> constant.value().toCharArray())
                .toArray(char[][]::new);
    }

    protected abstract T of(String text);

    @Override
    public final @Nullable T read(JsonReader in) throws IOException {
        JsonParser parser = in.parser();
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            T constant = constant(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            return constant != null ? constant : of(parser.getText());
        }
        in.rejectUnlessNull("not a text");
        return null;
    }

    /** Compares with the parser's buffer: making a String first would cost a fifth of all that reading allocates. */
    private @Nullable T constant(char[] buffer, int offset, int length) {
        for (int i = 0; i < texts.length; i++) {
            char[] text = texts[i];
            if (text.length == length && Arrays.equals(text, 0, length, buffer, offset, offset + length)) {
                return constants.get(i);
            }
        }
        return null;
    }

    @Override
    public final void write(T value, JsonWriter out) throws IOException {
        out.generator().writeString(value.value());
    }
}
