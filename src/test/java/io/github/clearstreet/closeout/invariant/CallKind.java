package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.SandboxRequest;

/** The requests of a run, as far as a script tells them apart. */
enum CallKind {
    CLOSE,
    CANCEL,
    READ_ORDERS,
    READ_POSITIONS;

    static CallKind of(SandboxRequest request) {
        return switch (request.operationId().orElse("")) {
            case "close_positions", "close_position" -> CLOSE;
            case "cancel_open_order", "cancel_all_open_orders" -> CANCEL;
            case "get_orders" -> READ_ORDERS;
            case "get_positions" -> READ_POSITIONS;
            default -> throw new IllegalArgumentException("flatten does not send " + request);
        };
    }

    boolean changes() {
        return this == CLOSE || this == CANCEL;
    }
}
