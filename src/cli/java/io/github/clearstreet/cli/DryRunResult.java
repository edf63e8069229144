package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.Preview;
import io.github.clearstreet.closeout.PreviewedPosition;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code flatten} would do. The exit code is 0 only if that is nothing: nobody can take it for a run. */
record DryRunResult(URI baseUrl, Preview preview, boolean cancelOrders) implements CommandResult {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(new PreviewResult(baseUrl, preview).lines());
        lines.add("");
        lines.add("DRY RUN: " + message());
        return lines;
    }

    /** The preview is a member, so that there is no {@code flat} where the report of a run has its own. */
    @Override
    public String json() {
        return new JsonObject()
                .raw("dry_run", "true")
                .text("message", message())
                .raw("preview", preview.toJson())
                .toString();
    }

    @Override
    public int exitCode() {
        return preview.flat() && !cancelsOrders() ? ExitCode.SUCCESS : ExitCode.NOT_FLAT;
    }

    private String message() {
        return "nothing was changed. "
                + (preview.positions().isEmpty() ? whenNothingIsListed() : "Add --yes to " + plan() + ".");
    }

    private String whenNothingIsListed() {
        return (preview.flat() ? "Nothing is held." : "What is held is not known.")
                + (cancelsOrders() ? " Add --yes to " + cancel() + "." : "");
    }

    private String plan() {
        String close = "close " + Plurals.of(preview.positions().size(), "position");
        if (cancelsOrders()) {
            return cancel() + " and " + close;
        }
        return openOrders() == 0
                ? close
                : close + ", but none that one of " + Plurals.of(openOrders(), "open order") + " could close as well";
    }

    private boolean cancelsOrders() {
        return cancelOrders && openOrders() > 0;
    }

    private String cancel() {
        return "cancel " + Plurals.of(openOrders(), "open order");
    }

    /** An order whose instrument cannot be read is listed with every position. */
    private long openOrders() {
        Set<Object> orders = new HashSet<>(preview.otherOpenOrders());
        preview.positions().stream().map(PreviewedPosition::openOrders).forEach(orders::addAll);
        return orders.size();
    }
}
