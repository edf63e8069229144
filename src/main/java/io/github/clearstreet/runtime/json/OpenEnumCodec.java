package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import io.github.clearstreet.json.OpenEnum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The common part of the generated codecs of open enums: any text is a value. */
public abstract class OpenEnumCodec<T extends OpenEnum> implements ValueCodec<T> {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
    /** More texts are looked up, fewer compared one by one. */
    private static final int MAX_COMPARED = 32;

    private static final byte[][] NOTHING = {};

    /** What the API writes the values as; all are kept as text. */
    public enum JsonForm {
        TEXT,
        NUMBER,
        /** Text, numbers and booleans. */
        ANY
    }

    private final List<T> constants;
    private final JsonForm form;
    private final Map<String, T> lookUp = new HashMap<>();
    /** What is compared; empty if all are looked up. */
    private final byte[][] texts;

    /** Takes all constants of an enum of texts. */
    protected OpenEnumCodec(List<T> constants) {
        this(constants, JsonForm.TEXT);
    }

    /** Takes all constants of the enum, and what the API writes them as. */
    protected OpenEnumCodec(List<T> constants, JsonForm form) {
        this.constants = constants;
        this.form = form;
        constants.forEach(constant -> lookUp.put(constant.value(), constant));
        this.texts = constants.size() > MAX_COMPARED
                ? NOTHING
                : constants.stream()
                        .map(constant -> constant.value().getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
    }

    protected abstract T of(String text);

    @Override
    public final @Nullable T read(JsonReader in) throws IOException {
        Utf8Parser parser = in.parser();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING
                || (form != JsonForm.TEXT && token.isNumeric())
                || (form == JsonForm.ANY && token.isBoolean())) {
            T constant = texts.length > 0 && parser.locatePlain()
                    ? constant(parser.bytes(), parser.from(), parser.length())
                    : lookUp.get(parser.getText());
            return constant != null ? constant : of(in.text());
        }
        in.rejectUnlessNull(
                form == JsonForm.TEXT ? "not a text" : form == JsonForm.NUMBER ? "not a number" : "not a plain value");
        return null;
    }

    /** Compares with the document: making a String first would cost a fifth of all that reading allocates. */
    private @Nullable T constant(byte[] buffer, int offset, int length) {
        for (int i = 0; i < texts.length; i++) {
            byte[] text = texts[i];
            if (text.length == length && Arrays.equals(text, 0, length, buffer, offset, offset + length)) {
                return constants.get(i);
            }
        }
        return null;
    }

    @Override
    public final void write(T value, JsonWriter out) throws IOException {
        String text = value.value();
        if (form != JsonForm.TEXT && NUMBER.matcher(text).matches()) {
            out.generator().writeNumber(text);
        } else if (form == JsonForm.ANY && (text.equals("true") || text.equals("false"))) {
            out.generator().writeBoolean(text.equals("true"));
        } else {
            out.generator().writeString(text);
        }
    }
}
