package io.github.clearstreet;

/**
 * What a call did to the account, as far as the client can know.
 *
 * <p>Each failure has its own exception type: {@link NotSentException}, {@link RejectedException}, {@link
 * OutcomeUnknownException}. A call that returns was accepted.
 */
public enum Outcome {
    /** Nothing complete left this machine: nothing can have happened, and it is safe to send again. */
    NOT_SENT,
    /** The server refused: nothing was closed. */
    REJECTED,
    /** The server accepted: closing orders exist. It does not mean that they are filled. */
    ACCEPTED,
    /** The request may have been carried out: look at the orders and positions before you act again. */
    UNKNOWN
}
