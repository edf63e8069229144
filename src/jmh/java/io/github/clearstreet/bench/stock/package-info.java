/** The code that the generator makes from our specification with its own templates, beside what puts it to work. */
package io.github.clearstreet.bench.stock;
