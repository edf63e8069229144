package io.github.clearstreet.sandbox;

/** The order statuses that the sandbox itself produces. Their names are the API's words. */
enum OrderStatus {
    PENDING_NEW,
    NEW,
    PARTIALLY_FILLED,
    PENDING_CANCEL,
    FILLED,
    CANCELED,
    REJECTED;

    boolean isFinal() {
        return this == FILLED || this == CANCELED || this == REJECTED;
    }
}
