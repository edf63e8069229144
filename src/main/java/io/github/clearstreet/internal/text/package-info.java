/** Text for terminals. Not for callers. */
@NullMarked
package io.github.clearstreet.internal.text;

import org.jspecify.annotations.NullMarked;
