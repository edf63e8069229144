package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.clearstreet.internal.text.Printable;

/** The document as a whole cannot be read: broken JSON, not UTF-8, not an object at its root, or beyond a limit. */
public final class MalformedJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(Printable.text(message));
    }

    /** Without the parser's own exception as its cause: that one repeats text of the document as it came. */
    static MalformedJsonException of(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return new MalformedJsonException("The text is not valid JSON: " + e.getOriginalMessage()
                + (place == null ? "" : ", at line " + place.getLineNr() + ", column " + place.getColumnNr()));
    }
}
