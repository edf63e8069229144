/** Clients that tests generate, compile and load, with the templates and the settings of this build. */
@NullMarked
package io.github.clearstreet.generator;

import org.jspecify.annotations.NullMarked;
