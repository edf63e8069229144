/** The second best thing to a limit: what a person would write by hand, for this one operation, if only speed counted. */
package io.github.clearstreet.bench.limit;
