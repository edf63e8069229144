/** The real changes of the API over one year: what the spec gate says, and what clients of before and after read. */
@NullMarked
package io.github.clearstreet.history;

import org.jspecify.annotations.NullMarked;
