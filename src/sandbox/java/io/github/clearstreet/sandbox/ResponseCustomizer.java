package io.github.clearstreet.sandbox;

/**
 * Changes responses of the sandbox before they are sent: {@code (request, response) -> response.withStatus(500)}. The
 * ledger has changed already. It is called from several threads at once. {@link ResponseChanges} has ready ones.
 */
@FunctionalInterface
public interface ResponseCustomizer {
    /**
     * Returns the response to send.
     *
     * @param response what the sandbox would have sent
     */
    SandboxResponse customize(SandboxRequest request, SandboxResponse response);

    /** Returns a customizer that does this, and then the other. */
    default ResponseCustomizer andThen(ResponseCustomizer other) {
        return (request, response) -> other.customize(request, customize(request, response));
    }

    /**
     * Returns a customizer that does this to the responses of one operation only.
     *
     * @param operationId for example {@code get_positions}
     * @throws IllegalArgumentException if the sandbox has no such operation
     */
    default ResponseCustomizer onlyFor(String operationId) {
        Endpoint endpoint = Endpoint.named(operationId);
        return (request, response) ->
                request.operation().filter(endpoint::equals).isPresent() ? customize(request, response) : response;
    }
}
