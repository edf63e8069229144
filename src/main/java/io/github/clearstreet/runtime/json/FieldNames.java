package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The names of the fields of one model, numbered from 1 in the order given. Immutable. */
public final class FieldNames {
    /** Before the first field of an object and after its last. */
    public static final int NONE = 0;

    private final SerializedString[] names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final BitSet required = new BitSet();
    private final BitSet nullable = new BitSet();
    private boolean isMergePatch;

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

    /** Says which fields an object must have. For the constant that holds the names. */
    public FieldNames require(int... fields) {
        for (int field : fields) {
            required.set(field);
        }
        return this;
    }

    /** Says which fields can be null, so that null is something else than absent. For the constant that holds the names. */
    public FieldNames allowNull(int... fields) {
        for (int field : fields) {
            nullable.set(field);
        }
        return this;
    }

    /** Says that null clears a value where the object is sent, so that it is not equal to one without. */
    public FieldNames mergePatch() {
        isMergePatch = true;
        return this;
    }

    boolean isMergePatch() {
        return isMergePatch;
    }

    boolean isNullable(int number) {
        return nullable.get(number);
    }

    BitSet required() {
        return required;
    }

    String text(int number) {
        return names[number - 1].getValue();
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
