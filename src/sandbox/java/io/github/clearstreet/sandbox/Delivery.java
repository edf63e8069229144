package io.github.clearstreet.sandbox;

/** How much of an answer is sent. */
enum Delivery {
    WHOLE,
    /** All headers, half of the body, then the connection ends. */
    TRUNCATED,
    /** The connection ends without a byte. */
    NOTHING
}
