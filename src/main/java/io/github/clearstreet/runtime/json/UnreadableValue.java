package io.github.clearstreet.runtime.json;

import io.github.clearstreet.json.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A value without a typed form.
 *
 * @param json the whole JSON text as it came, to be written back; null if the value is missing
 */
record UnreadableValue(Violation violation, @Nullable String json) {}
