package io.github.clearstreet.sandbox;

import java.util.Map;

/** The sandbox refuses a request with this status; nothing in the ledger has changed. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Map<String, String> headers;

    RefusedException(int status, String message) {
        this(status, message, Map.of());
    }

    RefusedException(int status, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    SandboxResponse response(String requestId) {
        SandboxResponse response = SandboxResponse.error(status, String.valueOf(getMessage()), requestId);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.withHeader(header.getKey(), header.getValue());
        }
        return response;
    }
}
