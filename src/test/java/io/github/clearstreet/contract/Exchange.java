package io.github.clearstreet.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer, wherever they were seen: in the pact or on the wire. */
record Exchange(Request request, Answer answer) {
    /**
     * @param parameters the query parameters with their values, decoded
     * @param body empty if there is none
     */
    record Request(
            String method,
            String path,
            Map<String, List<String>> parameters,
            @Nullable String contentType,
            String body) {}

    record Answer(int status, @Nullable String contentType, boolean saysRetryAfter, String body) {
        /** The media type without parameters; empty if there is none. */
        String mediaType() {
            return Exchange.mediaType(contentType);
        }
    }

    static String mediaType(@Nullable String contentType) {
        return contentType == null
                ? ""
                : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return request.method() + " " + request.path() + " " + request.body() + " -> " + answer.status() + " "
                + answer.contentType() + " " + answer.body();
    }
}
