/**
 * Takes accounts to flat, and says what is left and why when that cannot be done.
 *
 * <p><b>What is believed when.</b> A run looks (orders, then executions, then positions), does one thing, and looks again.
 *
 * <ul>
 *   <li><b>Absence is not proof.</b> An account is flat after two complete reads in a row without a position, both begun after the
 *       last order had ended, with no request unresolved, and only if the fills explain it: what was held, and what filled since,
 *       is what is read. A list is complete if it has as many items as it says and its pages do not lead back. What is to be
 *       closed has to be in two reads in a row, too.
 *   <li><b>Two witnesses.</b> Of each order the fills count that the order or the executions saw, whichever saw more; a parent
 *       and its children count once. A quantity that the fills have led past is old, for however long it is read. Any other
 *       that contradicts the fills came about without a trade, and is believed after it stood for the position lag. What was
 *       traded towards zero right before a run is waited for as long.
 *   <li><b>Several ways of looking.</b> Every order from the beginning, those that say they are open, the run's own by their ids,
 *       and those that an execution names. None of them alone is trusted to show all.
 *   <li><b>Whose order it is.</b> The run's own: those in its responses, those with its ids, those that came up on the closing
 *       side while one of its own works or a request of it is unresolved. Ids of instruments decide when both sides have one;
 *       symbols match with and without spaces. Rows and orders of another account are refused and said. Somebody else's market
 *       order that only closes is followed for the late-execution window; everything else is cancelled.
 *   <li><b>What cannot fill.</b> A day order of a past day, and an order untouched for a day whose status does not say that it
 *       works and that does not go away. Both are said as assumptions. Any other status, known or not, may fill.
 *   <li><b>Unknown outcomes.</b> An order with an id of the run's own is looked up by it, and sent again only with the same one.
 *       For a close by the broker nothing is sent until the window is over by a monotonic clock and the orders were read after
 *       that. What a run leaves unresolved, the next run on the account takes over.
 *   <li><b>Time.</b> Waits, windows and deadlines are monotonic. The server's clock is measured by {@code Date}; what is asked for by
 *       time begins where either clock allows. Without it, nothing that needs it is said not to have happened.
 *   <li><b>The last look.</b> Between it and the request there is no listener, no log, no wait for the pace and no other read.
 *       Listeners are told on a thread of their own.
 *   <li><b>One bad thing stops itself only:</b> one instrument, one order, one page, one account. What the server refuses for all is
 *       tried for each.
 * </ul>
 */
@NullMarked
package io.github.clearstreet.closeout;

import org.jspecify.annotations.NullMarked;
