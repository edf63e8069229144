package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sandbox refuses a request with this status; nothing in the ledger has changed. */
final class ApiErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String allowedMethods;
    private final transient List<Map<String, String>> details;

    ApiErrorException(int status, String message) {
        this(status, message, null, List.of());
    }

    private ApiErrorException(
            int status, String message, @Nullable String allowedMethods, List<Map<String, String>> details) {
        super(message, null, false, false);
        this.status = status;
        this.allowedMethods = allowedMethods;
        this.details = details;
    }

    static ApiErrorException methodNotAllowed(String allowedMethods) {
        return new ApiErrorException(405, "This address does not take this method.", allowedMethods, List.of());
    }

    static ApiErrorException riskRejection(String reason) {
        return new ApiErrorException(
                400, "The order was rejected by a risk check.", null, List.of(Map.of("reason", reason)));
    }

    static ApiErrorException badField(String field, String why) {
        return new ApiErrorException(
                422, "The field " + field + " " + why + ".", null, List.of(Map.of("field", field, "reason", why)));
    }

    SandboxResponse response(String requestId) {
        SandboxResponse response = SandboxResponse.error(status, String.valueOf(getMessage()), details, requestId);
        return allowedMethods == null ? response : response.withHeader("Allow", allowedMethods);
    }
}
