/** What is known and said of calls that failed. Not public API: it can change in any release. */
@NullMarked
package io.github.clearstreet.internal.failure;

import org.jspecify.annotations.NullMarked;
