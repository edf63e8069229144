/**
 * An in-process stand-in for the Clear Street API, for tests: an account can be seeded, closed, filled and looked at, on
 * loopback, without money.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     sandbox.account(19816).position("GOOG", "25");
 *     // Use sandbox.baseUrl() and sandbox.apiKey() in the client under test.
 * }
 * }</pre>
 *
 * <p>The sandbox knows only what goes over the wire. It shares no code with the client, needs the JDK and jackson-core, and
 * never opens a connection. It is published as the classifier jar {@code sandbox}.
 *
 * @see io.github.clearstreet.sandbox.Sandbox
 */
@NullMarked
package io.github.clearstreet.sandbox;

import org.jspecify.annotations.NullMarked;
