package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The common part of the generated results of operations that succeed in more than one way: a generated one has an accessor
 * for each. Immutable.
 */
public abstract class OperationResult {
    private final int status;
    private final String declared;
    private final @Nullable Object value;

    /** Takes what was read. */
    protected OperationResult(Received received) {
        this.status = received.status();
        this.declared = received.declared();
        this.value = received.value();
    }

    /**
     * What was read.
     *
     * @param status the HTTP status
     * @param declared the status as the specification has it: {@code 202}, {@code 2XX} or {@code default}
     * @param value the body; null if this success has none
     */
    public record Received(
            int status, String declared, @Nullable Object value) {
        /** Returns the status and the value, on one line. */
        @Override
        public String toString() {
            return status + " " + Printable.text(String.valueOf(value));
        }
    }

    /** Returns the HTTP status, which says which success it is. */
    public final int status() {
        return status;
    }

    /** Returns the body if the success is the declared one. */
    @SuppressWarnings("unchecked") // The reader of a status and its accessor come from one template.
    protected final <T> Optional<T> as(String declaredStatus) {
        return declared.equals(declaredStatus) ? Optional.ofNullable((T) value) : Optional.empty();
    }

    /** Returns the status and the body. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + status + (value == null ? "]" : ", " + value + "]");
    }
}
