/**
 * Sends each request at most once and tells how the call ended. Not public API: it can change in any release.
 *
 * <p>One call is one {@link io.github.clearstreet.internal.transport.Call}. It passes through Feign as the
 * {@code options} argument, reaches {@link io.github.clearstreet.internal.transport.HttpTransport} and comes back filled
 * with what is known.
 */
@NullMarked
package io.github.clearstreet.internal.transport;

import org.jspecify.annotations.NullMarked;
