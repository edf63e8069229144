package io.github.clearstreet.sandbox;

import org.jspecify.annotations.Nullable;

/** The body of a request as JSON. */
final class RequestJson {
    private RequestJson() {}

    static @Nullable Object read(String body) {
        try {
            return JsonReader.read(body);
        } catch (JsonException e) {
            throw new RefusedException(400, "The body is not JSON: " + e.getMessage() + ".");
        }
    }
}
