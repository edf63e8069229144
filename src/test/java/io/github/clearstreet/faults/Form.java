package io.github.clearstreet.faults;

import io.github.clearstreet.model.ClosePositionsRequest;

/** The two forms of the request body. */
enum Form {
    CANCEL_ORDERS("{\"cancel_orders\":true}"),
    NOTHING_CHOSEN("{}");

    final String json;

    Form(String json) {
        this.json = json;
    }

    ClosePositionsRequest request() {
        ClosePositionsRequest.Builder builder = ClosePositionsRequest.builder();
        return (this == CANCEL_ORDERS ? builder.cancelOrders(true) : builder).build();
    }
}
