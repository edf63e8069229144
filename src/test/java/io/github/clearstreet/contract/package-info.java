/**
 * Contracts between the client and the API. Consumer tests ({@code *ConsumerTest}) drive the facade and write the pact to
 * {@code target/pacts}; later in the same build the {@code *IT} classes hold the sandbox and the specification against it.
 */
@NullMarked
package io.github.clearstreet.contract;

import org.jspecify.annotations.NullMarked;
