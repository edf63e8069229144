package io.github.clearstreet.internal.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HashMap;
import java.util.Map;

/** The names of the fields of one model, numbered. Immutable. */
public final class FieldNames {
    static final int UNKNOWN = -1;

    private final SerializedString[] names;
    private final Map<String, Integer> numbers = new HashMap<>();

    private FieldNames(String[] names) {
        this.names = new SerializedString[names.length];
        for (int i = 0; i < names.length; i++) {
            this.names[i] = new SerializedString(names[i]);
            numbers.put(names[i], i);
        }
    }

    /** Numbers the names in the order given. */
    public static FieldNames of(String... names) {
        return new FieldNames(names);
    }

    int count() {
        return names.length;
    }

    SerializedString name(int number) {
        return names[number];
    }

    int number(String name) {
        return numbers.getOrDefault(name, UNKNOWN);
    }
}
