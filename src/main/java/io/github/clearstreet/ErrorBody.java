package io.github.clearstreet;

import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.ApiError;
import io.github.clearstreet.model.ErrorResponse;
import io.github.clearstreet.model.ResponseMetadata;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a refusal, whatever it is: the API publishes one shape ({@code {"error": {…}}}), declares another (the
 * inner object alone), and a proxy on the way answers with neither.
 */
record ErrorBody(@Nullable ApiError error, @Nullable String requestId) {
    private static final ErrorBody NONE = new ErrorBody(null, null);

    static ErrorBody read(@Nullable String body) {
        if (body == null || !body.stripLeading().startsWith("{")) {
            return NONE;
        }
        try {
            ErrorResponse wrapped = ErrorResponse.fromJson(body);
            return new ErrorBody(error(wrapped, body), requestId(wrapped));
        } catch (IllegalArgumentException notJson) {
            return NONE;
        }
    }

    private static @Nullable ApiError error(ErrorResponse wrapped, String body) {
        Set<String> others = wrapped.additionalProperties().keySet();
        if (others.contains("code") || others.contains("message")) {
            return ApiError.fromJson(body);
        }
        try {
            return wrapped.error();
        } catch (UnreadableValueException e) {
            return null;
        }
    }

    private static @Nullable String requestId(ErrorResponse wrapped) {
        try {
            Optional<ResponseMetadata> metadata = wrapped.metadata();
            return metadata.map(ResponseMetadata::requestId).orElse(null);
        } catch (UnreadableValueException e) {
            return null;
        }
    }
}
