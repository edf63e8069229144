package io.github.clearstreet.cli;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.Outcome;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.model.Position;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The positions of an account, as all pages together show them. A page that came with an error may lack some. */
record PositionsResult(long account, URI baseUrl, List<ApiResponse<List<Position>>> pages) implements CommandResult {
    private static final String NOT_ALL =
            "not all positions could be read: the response came with an error or is not whole";

    /** Reads to the last page. */
    static PositionsResult read(ServerSession session) {
        List<ApiResponse<List<Position>>> pages = new ArrayList<>();
        session.client().positions().getPositions(session.account()).pages().forEach(pages::add);
        return new PositionsResult(session.account(), session.baseUrl(), pages);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Account " + account + " at " + baseUrl);
        lines.addAll(PositionTable.lines(positions()));
        lines.add(isWhole() ? Plurals.of(positions().size(), "position") : NOT_ALL);
        return lines;
    }

    @Override
    public String json() {
        return new JsonObject()
                .text("outcome", Outcome.ACCEPTED.name())
                .number("account_id", account)
                .texts(
                        "request_ids",
                        pages.stream()
                                .flatMap(page -> page.requestId().stream())
                                .toList())
                .raws("positions", positions().stream().map(Position::toJson).toList())
                .text("message", isWhole() ? Optional.empty() : Optional.of(NOT_ALL))
                .raw(
                        "error",
                        pages.stream()
                                .flatMap(page -> Warnings.error(page).stream())
                                .findFirst()
                                .map(JsonModel::toJson))
                .toString();
    }

    @Override
    public List<String> warnings() {
        return pages.stream().flatMap(page -> Warnings.of(page).stream()).toList();
    }

    @Override
    public int exitCode() {
        return isWhole() ? ExitCode.SUCCESS : ExitCode.UNKNOWN;
    }

    private boolean isWhole() {
        return pages.stream().noneMatch(Warnings::isPartial);
    }

    private List<Position> positions() {
        return pages.stream().flatMap(page -> page.data().stream()).toList();
    }
}
