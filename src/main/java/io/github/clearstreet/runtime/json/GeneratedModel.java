package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The common part of the generated models: a generated one only says which fields there are. Immutable. */
public abstract class GeneratedModel implements JsonModel {
    final Leftovers leftovers;

    /** Takes what was read beside the readable known fields. */
    protected GeneratedModel(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    /** Returns the codec of the class. */
    protected abstract ModelCodec<?> modelCodec();

    /** Returns the known fields, in the order of the specification. */
    protected abstract @Nullable Object[] modelValues();

    /** For builders: returns what a model keeps beside its known fields. */
    protected static Leftovers leftoversOf(GeneratedModel model) {
        return model.leftovers;
    }

    /** Returns whether a discriminator is one of the texts. */
    protected static boolean isOneOf(@Nullable Object discriminator, String... texts) {
        return discriminator != null && List.of(texts).contains(discriminator.toString());
    }

    /** Returns a candidate that has all that its class requires, readable, and a field of it if there is any. */
    protected static <T extends GeneratedModel> Optional<T> ifComplete(T candidate) {
        return candidate.isComplete() ? Optional.of(candidate) : Optional.empty();
    }

    final boolean isComplete() {
        return violations().isEmpty()
                && (Arrays.stream(modelValues()).anyMatch(Objects::nonNull)
                        || additionalProperties().isEmpty());
    }

    /** Returns the value of a required field, or throws if there is none. */
    protected final <T> T required(String name, @Nullable T value) {
        return leftovers.required(name, value);
    }

    /** Returns the value of an optional field, or throws if there is one that cannot be read. */
    protected final <T> Optional<T> optional(String name, @Nullable T value) {
        return leftovers.optional(name, value);
    }

    @Override
    public final Map<String, Object> additionalProperties() {
        return leftovers.additionalProperties();
    }

    @Override
    public final List<Violation> violations() {
        return leftovers.violations(modelCodec().fields(), modelValues());
    }

    @Override
    public final String toJson() {
        return codec().toJson(this);
    }

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    final Map<String, Object> toPlain() {
        return codec().toPlain(this);
    }

    @SuppressWarnings("unchecked") // A generated model returns its own codec.
    private ModelCodec<GeneratedModel> codec() {
        return (ModelCodec<GeneratedModel>) modelCodec();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof GeneratedModel that
                        && getClass() == that.getClass()
                        && leftovers.equals(that.leftovers)
                        && (!modelCodec().fields().isMergePatch() || leftovers.hasNullsOf(that.leftovers))
                        && Arrays.equals(modelValues(), that.modelValues()));
    }

    @Override
    public final int hashCode() {
        return 31 * Arrays.hashCode(modelValues()) + leftovers.hashCode();
    }

    /** Returns the class name and the JSON text, in which characters that could steer a terminal or a log are escaped. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + Printable.json(toJson());
    }
}
