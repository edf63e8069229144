/**
 * Makes any OpenAPI 3.0 or 3.1 document ready for the generator: read as YAML 1.2, in one file, every schema in one plain form
 * with a name of its own. What cannot be carried into Java stops the build with one line.
 */
@NullMarked
package io.github.clearstreet.specification;

import org.jspecify.annotations.NullMarked;
