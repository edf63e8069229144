/**
 * What was sent for which account, kept beyond the end of the process: intents before a change leaves, outcomes after it,
 * and who may act on an account.
 */
@NullMarked
package io.github.clearstreet.journal;

import org.jspecify.annotations.NullMarked;
