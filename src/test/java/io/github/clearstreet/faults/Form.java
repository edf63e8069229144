package io.github.clearstreet.faults;

import io.github.clearstreet.model.ClosePositionsRequest;

/** The two forms of the request body. */
enum Form {
    CANCEL_ORDERS(
            "{\"cancel_orders\":true}",
            ClosePositionsRequest.builder().cancelOrders(true).build()),
    NOTHING_CHOSEN("{}", ClosePositionsRequest.builder().build());

    final String json;
    final ClosePositionsRequest request;

    Form(String json, ClosePositionsRequest request) {
        this.json = json;
        this.request = request;
    }
}
