package io.github.clearstreet;

/** What a call did to the account, as far as the client can know. */
public enum Outcome {
    /** Nothing left this machine: nothing can have happened. */
    NOT_SENT,
    /** The server refused: nothing was closed. */
    REJECTED,
    /** The server accepted: closing orders exist. This does not mean that they are filled. */
    ACCEPTED,
    /** The request may have been carried out. Look at the orders and positions before acting again. */
    UNKNOWN
}
