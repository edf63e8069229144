package io.github.clearstreet.closeout;

/** How a position is closed. */
public enum ClosingMethod {
    /**
     * By orders of one's own: opposite side, MARKET, DAY, the quantity held, under an id that follows from what is being
     * closed. Whoever wants the same once more, be it a retry, a restarted process or a second desk, produces the same id, and
     * the server keeps one order. A position whose own order is refused is closed by the broker.
     */
    OWN_ORDERS,
    /** By the broker's close_positions and close_position, which know no id: after an unknown outcome it takes a wait. */
    BROKER
}
