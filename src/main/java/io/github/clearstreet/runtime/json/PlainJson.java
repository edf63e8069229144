package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values as JSON text, for reports that no specification describes. */
public final class PlainJson {
    private PlainJson() {}

    /** Writes one object on one line: text, numbers, booleans, lists, maps and null. */
    public static String text(Map<String, ? extends @Nullable Object> plain) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            PlainValues.write(plain, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter throws none
        }
        return text.toString();
    }
}
