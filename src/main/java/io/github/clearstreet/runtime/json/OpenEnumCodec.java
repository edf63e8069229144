package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.clearstreet.json.OpenEnum;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The common part of the generated codecs of open enums: any text is a value. */
public abstract class OpenEnumCodec<T extends OpenEnum> implements ValueCodec<T> {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");

    private final List<T> constants;
    private final boolean isNumeric;
    private final char[][] texts;

    /** Takes all constants of an enum of texts. */
    protected OpenEnumCodec(List<T> constants) {
        this(constants, false);
    }

    /** Takes all constants of the enum, and whether the API writes them as numbers. */
    protected OpenEnumCodec(List<T> constants, boolean isNumeric) {
        this.constants = constants;
        this.isNumeric = isNumeric;
        this.texts = constants.stream()
                .map(constant -> constant.value().toCharArray())
                .toArray(char[][]::new);
    }

    protected abstract T of(String text);

    @Override
    public final @Nullable T read(JsonReader in) throws IOException {
        JsonParser parser = in.parser();
        if (parser.hasToken(JsonToken.VALUE_STRING) || (isNumeric && parser.hasToken(JsonToken.VALUE_NUMBER_INT))) {
            T constant = constant(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            return constant != null ? constant : of(parser.getText());
        }
        in.rejectUnlessNull(isNumeric ? "not an integer" : "not a text");
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
        if (isNumeric && INTEGER.matcher(value.value()).matches()) {
            out.generator().writeNumber(value.value());
        } else {
            out.generator().writeString(value.value());
        }
    }
}
