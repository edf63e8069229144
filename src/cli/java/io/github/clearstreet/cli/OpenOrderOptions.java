package io.github.clearstreet.cli;

import io.github.clearstreet.model.ClosePositionsRequest;
import picocli.CommandLine.Option;

/** What happens to open orders. The two exclude each other; with neither the server decides. */
final class OpenOrderOptions {
    @Option(names = "--cancel-orders", description = "Cancel the open orders of the positions first.")
    private boolean cancel;

    @Option(names = "--keep-orders", description = "Leave open orders alone. With neither the server decides.")
    private boolean keep;

    boolean areCancelled() {
        return cancel;
    }

    ClosePositionsRequest request() {
        ClosePositionsRequest.Builder request = ClosePositionsRequest.builder();
        if (cancel) {
            request.cancelOrders(true);
        }
        if (keep) {
            request.cancelOrders(false);
        }
        return request.build();
    }
}
