/**
 * The spec gate: what callers can see of the API, as text ({@code openapi/surface.lock}), and what a change of it breaks.
 *
 * <p>Compiled by itself when another specification is tried, so of this project it uses only {@code specification}, which reads the
 * document.
 */
@NullMarked
package io.github.clearstreet.surface;

import org.jspecify.annotations.NullMarked;
