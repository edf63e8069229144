/** The run-time under the generated Feign interfaces. Internal: it may change in any release. */
@NullMarked
package io.github.clearstreet.runtime.request;

import org.jspecify.annotations.NullMarked;
