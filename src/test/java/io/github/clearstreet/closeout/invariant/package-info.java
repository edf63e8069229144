/**
 * What must hold for every run of {@code flatten}, whatever happens around it: random scripts are played against a real
 * sandbox in virtual time, and judged by what the sandbox saw. Start at {@code FlattenInvariantTest}.
 */
@NullMarked
package io.github.clearstreet.closeout.invariant;

import org.jspecify.annotations.NullMarked;
