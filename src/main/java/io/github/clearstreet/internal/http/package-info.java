/**
 * Sends each request at most once and tells how the call ended. Not public API: it can change in any release.
 *
 * <p>One call is one {@link io.github.clearstreet.internal.http.Call}. It passes through Feign as the
 * {@code options} argument, reaches {@link io.github.clearstreet.internal.http.HttpTransport} and comes back filled
 * with what is known.
 */
@NullMarked
package io.github.clearstreet.internal.http;

import org.jspecify.annotations.NullMarked;
