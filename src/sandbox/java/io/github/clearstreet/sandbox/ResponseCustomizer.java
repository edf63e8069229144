package io.github.clearstreet.sandbox;

/**
 * Changes answers of the sandbox before they are sent: {@code (request, answer) -> answer.withStatus(500)}. The ledger
 * has changed already. It is called from several threads at once.
 */
@FunctionalInterface
public interface ResponseCustomizer {
    /**
     * Returns the answer to send.
     *
     * @param answer what the sandbox would have sent
     */
    SandboxResponse customize(SandboxRequest request, SandboxResponse answer);
}
