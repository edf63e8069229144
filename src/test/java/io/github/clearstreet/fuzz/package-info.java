/**
 * Random bytes against everything that reads text from outside. In each build the inputs in {@code src/test/resources} are
 * tried; {@code ./mvnw test -Pfuzz -Dtest=OrderFuzzTest} makes up new ones for ten minutes, guided by coverage.
 */
@NullMarked
package io.github.clearstreet.fuzz;

import org.jspecify.annotations.NullMarked;
