package io.github.clearstreet.internal.transport;

import java.util.Objects;

/** Holds the API key so that it is never printed. Immutable. */
public final class ApiKey {
    private final String value;

    /** Keeps the key as it is; the facade has already refused a blank key and one with white space. */
    public ApiKey(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The value of the Authorization header. */
    String authorization() {
        return "Bearer " + value;
    }

    /** Blanks out the key in a text that a server sent, in case it echoes what it was given. */
    public String hideIn(String text) {
        return text.replace(value, "[hidden]");
    }

    /** Never holds the key. */
    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
