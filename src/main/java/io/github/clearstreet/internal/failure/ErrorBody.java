package io.github.clearstreet.internal.failure;

import io.github.clearstreet.internal.text.Messages;
import io.github.clearstreet.json.ReadableValue;
import io.github.clearstreet.model.ApiError;
import io.github.clearstreet.model.ErrorResponse;
import io.github.clearstreet.model.ResponseMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a refusal, whatever it is: the API publishes one shape ({@code {"error": {…}}}), declares another (the
 * inner object alone), and a proxy on the way answers with neither.
 *
 * @param hasData whether there is something under {@code data}, as there is in the response to a request that was carried out,
 *     or may have been in what was cut
 * @param orderIds the ids of the orders in there
 * @param page the media type and the beginning of a text that is not the API's; null if it is the API's, or if there is none
 */
public record ErrorBody(
        @Nullable ApiError error,
        @Nullable String requestId,
        boolean hasData,
        List<String> orderIds,
        @Nullable String page) {
    private static final ErrorBody NONE = new ErrorBody(null, null, false, List.of(), null);
    /** For what cannot be read as a whole. Better a data too many than one overlooked. */
    private static final Pattern DATA = Pattern.compile("\"data\"\\s*:\\s*(\\[\\s*[^\\]\\s]|\\{\\s*[^}\\s])");

    private static final int MOST_IDS = 20;
    private static final int LONGEST_PAGE = 4 * 1024;

    public static ErrorBody read(@Nullable String body, @Nullable String contentType) {
        if (body == null || body.isBlank()) {
            return NONE;
        }
        if (!body.stripLeading().startsWith("{")) {
            return new ErrorBody(null, null, false, List.of(), page(body, contentType));
        }
        try {
            ErrorResponse wrapped = ErrorResponse.fromJson(body);
            Object data = wrapped.additionalProperties().get("data");
            ApiError error = error(wrapped, body);
            return new ErrorBody(
                    error,
                    requestId(wrapped),
                    isSomething(data),
                    orderIds(data),
                    error == null && isForeign(wrapped) ? page(body, contentType) : null);
        } catch (IllegalArgumentException notJson) {
            boolean isCut = !body.stripTrailing().endsWith("}");
            return new ErrorBody(null, null, isCut || DATA.matcher(body).find(), List.of(), null);
        }
    }

    /** Gateways have JSON of their own: then its text is all that says why. */
    private static boolean isForeign(ErrorResponse wrapped) {
        Set<String> others = wrapped.additionalProperties().keySet();
        return !others.contains("data")
                && (!others.isEmpty()
                        || wrapped.violations().stream()
                                .anyMatch(violation -> !violation.rawText().equals("null")
                                        && !violation.reason().equals("missing")));
    }

    private static String page(String body, @Nullable String contentType) {
        String text = body.substring(0, Math.min(body.length(), LONGEST_PAGE))
                .replaceAll("(?s)<!--.*?(-->|$)", " ")
                .replaceAll("(?is)<(script|style)\\b.*?(</\\1>|$)", " ")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String type = contentType == null ? "no content type" : contentType.split(";", 2)[0].strip();
        return "(" + Messages.oneLine(type) + ")" + (text.isEmpty() ? "" : ": " + Messages.oneLine(text));
    }

    private static boolean isSomething(@Nullable Object data) {
        return data instanceof Collection<?> list
                ? !list.isEmpty()
                : data instanceof Map<?, ?> map ? !map.isEmpty() : data != null;
    }

    private static List<String> orderIds(@Nullable Object data) {
        Collection<?> orders = data instanceof Collection<?> list ? list : data == null ? List.of() : List.of(data);
        return orders.stream()
                .filter(Map.class::isInstance)
                .map(order -> ((Map<?, ?>) order).get("id"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .limit(MOST_IDS)
                .toList();
    }

    private static @Nullable ApiError error(ErrorResponse wrapped, String body) {
        Set<String> others = wrapped.additionalProperties().keySet();
        if (others.contains("code") || others.contains("message")) {
            return ApiError.fromJson(body);
        }
        return ReadableValue.<ApiError>optional(wrapped::error).orElse(null);
    }

    private static @Nullable String requestId(ErrorResponse wrapped) {
        return ReadableValue.optional(() -> wrapped.metadata().map(ResponseMetadata::requestId))
                .flatMap(id -> id)
                .orElse(null);
    }
}
