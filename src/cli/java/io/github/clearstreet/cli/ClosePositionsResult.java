package io.github.clearstreet.cli;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.Outcome;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The closing orders that the server responded with.
 *
 * @param held how many positions there were right before
 */
record ClosePositionsResult(long account, URI baseUrl, int held, ApiResponse<List<Order>> response)
        implements CommandResult {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Account " + account + " at " + baseUrl);
        lines.addAll(OrderTable.lines(response.data()));
        lines.add("ACCEPTED: " + orders() + requestId());
        return lines;
    }

    @Override
    public String json() {
        return new JsonObject()
                .text("outcome", Outcome.ACCEPTED.name())
                .number("account_id", account)
                .number("status", response.status())
                .text("request_id", response.requestId())
                .raws("orders", response.data().stream().map(Order::toJson).toList())
                .raw("error", Warnings.error(response).map(JsonModel::toJson))
                .toString();
    }

    @Override
    public List<String> warnings() {
        return Warnings.of(response);
    }

    @Override
    public int exitCode() {
        return isDone() ? ExitCode.SUCCESS : ExitCode.UNKNOWN;
    }

    /** Only what the server says in full and without a reservation is done. */
    private boolean isDone() {
        return !Warnings.isPartial(response)
                && !isNothing()
                && response.data().stream().noneMatch(ClosePositionsResult::isOver);
    }

    private boolean isNothing() {
        return response.data().isEmpty() && held > 0;
    }

    /** An order that ended without having closed anything, or all of it. */
    private static boolean isOver(Order order) {
        try {
            return switch (order.status().known()) {
                case REJECTED, CANCELED, EXPIRED -> true;
                default -> false;
            };
        } catch (UnreadableValueException e) {
            return false;
        }
    }

    private String orders() {
        int count = response.data().size();
        String exist = switch (count) {
            case 0 -> "no closing orders";
            case 1 -> "1 closing order exists, it may not be filled yet";
            default -> count + " closing orders exist, they may not be filled yet";
        };
        if (response.data().stream().anyMatch(ClosePositionsResult::isOver)) {
            return Plurals.of(count, "closing order") + ", but not all of them are alive: look at orders and positions";
        }
        if (Warnings.isPartial(response)) {
            return exist + (count == 0 ? " in the response, which" : "; the response")
                    + (Warnings.hasError(response) ? " came with an error" : " is not whole") + ": look at positions";
        }
        if (isNothing()) {
            return exist + ", though there was " + Plurals.of(held, "position") + ": look at orders and positions";
        }
        return exist + (count == 0 ? ", there was nothing to close" : "");
    }

    private String requestId() {
        return response.requestId()
                .map(id -> " (request id " + Printable.text(id) + ")")
                .orElse("");
    }
}
