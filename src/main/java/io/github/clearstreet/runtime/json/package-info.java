/**
 * The run-time under the generated codecs, on jackson-core. Internal: it may change in any release.
 *
 * <p>A codec reads a JSON object in one pass into local variables, and builds the model from them. What does not become
 * a typed value (an unknown field, a value that cannot be read) goes into {@link Leftovers}.
 */
@NullMarked
package io.github.clearstreet.runtime.json;

import org.jspecify.annotations.NullMarked;
