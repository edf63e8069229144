package io.github.clearstreet.runtime.json;

import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.json.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model keeps beside its readable known fields: unknown fields, unreadable values, and which required values are
 * missing. Immutable.
 */
public final class Leftovers {
    /** Of an object in which all is well. */
    public static final Leftovers NONE = new Leftovers(Map.of(), Map.of(), Set.of(), null);

    private static final int MAX_VIOLATIONS = 1_000;

    private final Map<String, Object> additional;
    private final Map<String, UnreadableValue> unreadable;
    /** Fields that are null, where that is something else than absent. */
    private final Set<String> nulls;

    /** The value that came in place of the whole object. */
    private final @Nullable UnreadableValue whole;

    private Leftovers(
            Map<String, Object> additional,
            Map<String, UnreadableValue> unreadable,
            Set<String> nulls,
            @Nullable UnreadableValue whole) {
        this.additional = additional;
        this.unreadable = unreadable;
        this.nulls = nulls;
        this.whole = whole;
    }

    /** Whether all is well with the object. */
    boolean isNone() {
        return additional.isEmpty() && unreadable.isEmpty() && nulls.isEmpty() && whole == null;
    }

    /** Takes over the maps, which must not change any more. */
    static Leftovers of(
            Map<String, Object> additional,
            Map<String, UnreadableValue> unreadable,
            Set<String> nulls,
            @Nullable UnreadableValue whole) {
        return additional.isEmpty() && unreadable.isEmpty() && nulls.isEmpty() && whole == null
                ? NONE
                : new Leftovers(
                        additional.isEmpty() ? Map.of() : Collections.unmodifiableMap(additional),
                        unreadable.isEmpty() ? Map.of() : unreadable,
                        nulls.isEmpty() ? Set.of() : nulls,
                        whole);
    }

    static UnreadableValue missing(String pointerOfObject, String name) {
        String pointer = pointerOfObject + "/" + name.replace("~", "~0").replace("/", "~1");
        return new UnreadableValue(Violation.of(pointer, "missing", ""), null);
    }

    /** Returns the value of a required field, or throws if there is none. */
    public <T> T required(String name, @Nullable T value) {
        if (value != null) {
            return value;
        }
        UnreadableValue found = find(name);
        throw new UnreadableValueException((found != null ? found : missing("", name)).violation());
    }

    /** Returns the value of an optional field, or throws if there is one that cannot be read. */
    public <T> Optional<T> optional(String name, @Nullable T value) {
        UnreadableValue found = value == null ? find(name) : null;
        if (found != null) {
            throw new UnreadableValueException(found.violation());
        }
        return Optional.ofNullable(value);
    }

    private @Nullable UnreadableValue find(String name) {
        return whole != null ? whole : unreadable.get(name);
    }

    /** Returns a copy for a field that is set anew: what was noted about it is dropped. */
    public Leftovers without(String name) {
        if (whole == null && !unreadable.containsKey(name) && !nulls.contains(name)) {
            return this;
        }
        Map<String, UnreadableValue> others = new LinkedHashMap<>(unreadable);
        others.remove(name);
        Set<String> otherNulls = new LinkedHashSet<>(nulls);
        otherNulls.remove(name);
        return of(additional, others, otherNulls, null);
    }

    /** Returns a copy that writes null for a field without a value. */
    public Leftovers withNull(String name) {
        Set<String> all = new LinkedHashSet<>(nulls);
        all.add(name);
        return of(additional, unreadable, all, whole);
    }

    /** For builders: null was set, if the value is null. */
    public Leftovers withNullUnless(@Nullable Object value, String name) {
        return value == null ? withNull(name) : this;
    }

    public Map<String, Object> additionalProperties() {
        return additional;
    }

    /** Returns the violations of an object, missing fields among them, and of the models among its values, at any depth. */
    List<Violation> violations(FieldNames fields, @Nullable Object... values) {
        List<Violation> found = new ArrayList<>();
        addViolations(found, fields, values);
        if (found.size() > MAX_VIOLATIONS) {
            found.subList(MAX_VIOLATIONS, found.size()).clear();
            found.add(Violation.of(
                    "",
                    "more than " + MAX_VIOLATIONS + " values are missing or cannot be read; these are the first",
                    ""));
        }
        return Collections.unmodifiableList(found);
    }

    private void addViolations(List<Violation> found, FieldNames fields, @Nullable Object... values) {
        if (whole != null) {
            found.add(whole.violation());
            return;
        }
        unreadable.values().forEach(value -> found.add(value.violation()));
        for (int field = fields.required().nextSetBit(1);
                field > 0;
                field = fields.required().nextSetBit(field + 1)) {
            String name = fields.text(field);
            if (values[field - 1] == null && !unreadable.containsKey(name)) {
                found.add(missing("", name).violation());
            }
        }
        for (Object value : values) {
            addViolations(value, found);
        }
    }

    private static void addViolations(@Nullable Object value, List<Violation> found) {
        if (found.size() > MAX_VIOLATIONS) {
            return;
        }
        if (value instanceof GeneratedModel model) {
            model.leftovers.addViolations(found, model.modelCodec().fields(), model.modelValues());
        } else if (value instanceof Collection<?> elements) {
            for (Object element : elements) {
                addViolations(element, found);
                if (found.size() > MAX_VIOLATIONS) {
                    return;
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(element -> addViolations(element, found));
        }
    }

    /** Returns the text to write in place of the whole object, or null if it is an object. */
    @Nullable
    String wholeJson() {
        return whole == null ? null : whole.json();
    }

    /** Writes unreadable values and unknown fields as they came. */
    void write(JsonWriter out) throws IOException {
        for (String name : nulls) {
            out.nullField(name);
        }
        for (Map.Entry<String, UnreadableValue> entry : unreadable.entrySet()) {
            out.rawField(entry.getKey(), entry.getValue().json());
        }
        for (Map.Entry<String, Object> entry : additional.entrySet()) {
            out.plainField(entry.getKey(), entry.getValue());
        }
    }

    boolean hasNullsOf(Leftovers other) {
        return nulls.equals(other.nulls);
    }

    /** Two are equal if they would be written alike but for nulls, wherever they were read. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Leftovers that
                && additional.equals(that.additional)
                && texts().equals(that.texts())
                && Objects.equals(wholeJson(), that.wholeJson());
    }

    @Override
    public int hashCode() {
        return Objects.hash(additional, texts(), wholeJson());
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        unreadable.forEach((name, value) -> {
            if (value.json() != null) {
                texts.put(name, value.json());
            }
        });
        return texts;
    }
}
