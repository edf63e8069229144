/** The run-time under the generated Feign interfaces. Internal: it may change in any release. */
@NullMarked
package io.github.clearstreet.internal.api;

import org.jspecify.annotations.NullMarked;
