/** The client of this project. */
package io.github.clearstreet.bench.ours;
