package io.github.clearstreet.cli;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.model.Order;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;

/** For people. */
final class TableReport implements Report {
    private final PrintWriter out;
    private final PrintWriter err;

    TableReport(CommandContext context) {
        this.out = context.out();
        this.err = context.err();
    }

    @Override
    public void accepted(long account, URI baseUrl, ApiResponse<List<Order>> response) {
        out.println("Account " + account + " at " + baseUrl);
        if (!response.data().isEmpty()) {
            out.println();
            OrderTable.lines(response.data()).forEach(out::println);
            out.println();
        }
        out.println("ACCEPTED: " + orders(response.data().size()) + requestId(response));
        Warnings.print(response, err);
    }

    @Override
    public void failed(ClearStreetException e) {
        err.println(Printable.text(String.valueOf(e.getMessage())));
    }

    private static String orders(int count) {
        return switch (count) {
            case 0 -> "no closing orders, there was nothing to close";
            case 1 -> "1 closing order exists, it may not be filled yet";
            default -> count + " closing orders exist, they may not be filled yet";
        };
    }

    private static String requestId(ApiResponse<?> response) {
        return response.requestId()
                .map(id -> " (request id " + Printable.text(id) + ")")
                .orElse("");
    }
}
