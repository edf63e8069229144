/**
 * Sends each request at most once and tells how the call ended. Not public API: it can change in any release.
 *
 * <p>Feign makes the request of a call; the pipeline of the facade takes it from {@link
 * io.github.clearstreet.internal.http.FeignClient} and sends it through {@link
 * io.github.clearstreet.internal.http.HttpTransport}. What is known of one attempt is in its {@link
 * io.github.clearstreet.internal.http.Call}.
 */
@NullMarked
package io.github.clearstreet.internal.http;

import org.jspecify.annotations.NullMarked;
