package io.github.clearstreet.runtime.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of an object by the names of the document, for what is sent in another form than JSON. */
public final class PlainFields {
    private PlainFields() {}

    /**
     * Returns the fields of a model, or those of a map, which may have models within it.
     *
     * @throws IllegalArgumentException if the value is no object
     */
    public static Map<String, Object> of(Object object) {
        if (object instanceof GeneratedModel model) {
            return model.toPlain();
        }
        if (object instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, value) ->
                    fields.put(name.toString(), value instanceof GeneratedModel model ? model.toPlain() : value));
            return fields;
        }
        throw new IllegalArgumentException(
                "Only an object has fields, but this is a " + object.getClass().getSimpleName() + ".");
    }
}
