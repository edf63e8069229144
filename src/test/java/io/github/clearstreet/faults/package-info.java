/** What one DELETE does on the wire when the network or the server fails: counted at a raw socket. */
@NullMarked
package io.github.clearstreet.faults;

import org.jspecify.annotations.NullMarked;
