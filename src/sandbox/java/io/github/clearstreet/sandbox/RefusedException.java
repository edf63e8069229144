package io.github.clearstreet.sandbox;

import org.jspecify.annotations.Nullable;

/** The sandbox refuses a request with this status; nothing in the ledger has changed. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String allowedMethods;

    RefusedException(int status, String message) {
        this(status, message, null);
    }

    private RefusedException(int status, String message, @Nullable String allowedMethods) {
        super(message, null, false, false);
        this.status = status;
        this.allowedMethods = allowedMethods;
    }

    static RefusedException methodNotAllowed(String allowedMethods) {
        return new RefusedException(405, "This address does not take this method.", allowedMethods);
    }

    SandboxResponse response(String requestId) {
        SandboxResponse response = SandboxResponse.error(status, String.valueOf(getMessage()), requestId);
        return allowedMethods == null ? response : response.withHeader("Allow", allowedMethods);
    }
}
