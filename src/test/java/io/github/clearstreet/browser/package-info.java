/** What people look at, opened in a real browser: ./mvnw -Pbrowser. */
@NullMarked
package io.github.clearstreet.browser;

import org.jspecify.annotations.NullMarked;
