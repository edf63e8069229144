/** What every method of the library that takes arguments can check. Internal: it may change at any time. */
@NullMarked
package io.github.clearstreet.internal.argument;

import org.jspecify.annotations.NullMarked;
