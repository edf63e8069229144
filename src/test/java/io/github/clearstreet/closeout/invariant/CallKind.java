package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.SandboxRequest;

/** The requests of a run, as far as a script tells them apart. */
enum CallKind {
    CLOSE,
    CANCEL,
    SUBMIT,
    READ_ORDERS,
    READ_POSITIONS,
    READ_EXECUTIONS;

    static CallKind of(SandboxRequest request) {
        return switch (request.operationId().orElse("")) {
            case "close_positions", "close_position" -> CLOSE;
            case "cancel_open_order", "cancel_all_open_orders" -> CANCEL;
            case "submit_orders" -> SUBMIT;
            case "get_executions" -> READ_EXECUTIONS;
            case "get_orders" -> READ_ORDERS;
            case "get_positions" -> READ_POSITIONS;
            default -> throw new IllegalArgumentException("flatten does not send " + request);
        };
    }

    boolean changes() {
        return this == CLOSE || this == CANCEL || this == SUBMIT;
    }
}
