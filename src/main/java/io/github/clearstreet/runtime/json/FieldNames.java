package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HashMap;
import java.util.Map;

/** The names of the fields of one model, numbered from 1 in the order given. Immutable. */
public final class FieldNames {
    /** Before the first field of an object and after its last. */
    public static final int NONE = 0;

    private final SerializedString[] names;
    private final Map<String, Integer> numbers = new HashMap<>();

    private FieldNames(String[] names) {
        this.names = new SerializedString[names.length];
        for (int i = 0; i < names.length; i++) {
            this.names[i] = new SerializedString(names[i]);
            numbers.put(names[i], i + 1);
        }
    }

    /** Numbers the names. */
    public static FieldNames of(String... names) {
        return new FieldNames(names);
    }

    SerializedString name(int number) {
        return names[number - 1];
    }

    /** Returns the number of the name, or {@link #unknown()}. */
    int number(String name) {
        return numbers.getOrDefault(name, unknown());
    }

    /** The number of every field that the model does not know. */
    int unknown() {
        return names.length + 1;
    }
}
