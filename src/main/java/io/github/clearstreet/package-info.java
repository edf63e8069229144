/** The client. Start at {@code ClearStreet}. */
@NullMarked
package io.github.clearstreet;

import org.jspecify.annotations.NullMarked;
