package io.github.clearstreet.closeout;

/** Why a run ended. */
public enum StopReason {
    /** The account is flat. */
    FLAT,
    /** The time was over. */
    DEADLINE,
    /** The caller ended the run, by an interrupt or by {@link CloseOutTask#stop()}. */
    CANCELLED,
    /** The client was closed. */
    CLIENT_CLOSED,
    /** A guard of the client refused a request; it was not sent. */
    REFUSED_BY_GUARD,
    /** The server refused a request. */
    REQUEST_REJECTED,
    /** A closing order was rejected. */
    ORDER_REJECTED,
    /** An order or a request was rejected because the market is closed. */
    MARKET_CLOSED,
    /** A closing order is held back until a later time. It is still there, and will fill then. */
    ORDER_QUEUED,
    /** Open orders are in the way: they were to be kept, or did not go away. */
    OPEN_ORDERS,
    /** A position was closed as often as the options allow, and is still there. */
    ATTEMPT_LIMIT,
    /** A position or an order could not be read, so it is not known whether closing again is safe. */
    UNREADABLE,
    /** Another run is at work on the account: this one did nothing, or nothing more after it stood still past its lease. */
    ALREADY_RUNNING,
    /** Something else went wrong, for example in a listener of the caller; the report's message says what. */
    FAILED
}
