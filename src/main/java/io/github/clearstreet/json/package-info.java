/** What a user sees of tolerant reading: open enums, and the values of a response that could not be read. */
@NullMarked
package io.github.clearstreet.json;

import org.jspecify.annotations.NullMarked;
