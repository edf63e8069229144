/** From closing orders to a flat account: preview, flatten, reconcile. Start at {@code CloseOut}. */
@NullMarked
package io.github.clearstreet.closeout;

import org.jspecify.annotations.NullMarked;
