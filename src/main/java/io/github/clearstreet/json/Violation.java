package io.github.clearstreet.json;

import io.github.clearstreet.internal.text.Printable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value of a JSON document that could not be read, or that is missing although the API promises it.
 *
 * <p>Immutable and thread-safe.
 */
public final class Violation implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MAX_RAW_TEXT = 200;

    private final String pointer;
    private final String reason;
    private final String rawText;

    private Violation(String pointer, String reason, String rawText) {
        this.pointer = Objects.requireNonNull(pointer, "pointer");
        this.reason = Printable.text(Objects.requireNonNull(reason, "reason"));
        this.rawText = rawText;
    }

    /** Creates a violation, and cuts the raw text if it is long. */
    public static Violation of(String pointer, String reason, String rawText) {
        Objects.requireNonNull(rawText, "rawText");
        boolean isLong = rawText.length() > MAX_RAW_TEXT;
        return new Violation(pointer, reason, isLong ? rawText.substring(0, MAX_RAW_TEXT) + "…" : rawText);
    }

    /**
     * Returns where the value is, as a JSON Pointer (RFC 6901) from the root of the document that was read, for example
     * {@code /data/3/quantity}. In an object that was built and not read, the root is that object.
     */
    public String pointer() {
        return pointer;
    }

    /** Returns what is wrong, in words for people. The wording may change. */
    public String reason() {
        return reason;
    }

    /** Returns the JSON text of the value as it came, cut after 200 characters; empty if the value is missing. */
    public String rawText() {
        return rawText;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Violation that
                && pointer.equals(that.pointer)
                && reason.equals(that.reason)
                && rawText.equals(that.rawText);
    }

    @Override
    public int hashCode() {
        return Objects.hash(pointer, reason, rawText);
    }

    /**
     * Returns one printable line, for example {@code /data/3/quantity: not a decimal number: "abc"}. Characters that could
     * steer a terminal or a log are question marks in it.
     */
    @Override
    public String toString() {
        return Printable.text(pointer + ": " + reason + (rawText.isEmpty() ? "" : ": " + rawText));
    }
}
