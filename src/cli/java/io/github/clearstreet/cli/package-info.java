/** The command line, for people and scripts. In the {@code cli} jar only; not meant to be called from Java. */
@NullMarked
package io.github.clearstreet.cli;

import org.jspecify.annotations.NullMarked;
