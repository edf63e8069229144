package io.github.clearstreet.closeout;

import io.github.clearstreet.model.Order;

/** Orders from JSON with single quotes, whatever they lack. */
final class Texts {
    private Texts() {}

    static OrderState order(String json) {
        return OrderState.of(Order.fromJson(json.replace('\'', '"')));
    }

    /** An order that has an id and a status, and nothing else. */
    static OrderState order(String id, String status) {
        return order("{'id': '" + id + "', 'status': '" + status + "'}");
    }
}
