package io.github.clearstreet.cli;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.ReadableValue;
import io.github.clearstreet.model.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is odd about an accepted response, one line each. */
final class Warnings {
    private static final int MULTI_STATUS = 207;
    private static final Pattern ROW = Pattern.compile("/data(/\\d+)?");

    private Warnings() {}

    static List<String> of(ApiResponse<?> response) {
        List<String> lines = new ArrayList<>();
        response.violations()
                .forEach(violation -> lines.add("warning: in the response, " + Printable.text(violation.toString())));
        error(response)
                .ifPresent(error ->
                        lines.add("warning: the server accepted with an error: " + Printable.text(error.toJson())));
        return lines;
    }

    /** True if the server did not do or show everything: an error, status 207, or a row of the list that cannot be read. */
    static boolean isPartial(ApiResponse<?> response) {
        return response.status() == MULTI_STATUS
                || hasError(response)
                || response.violations().stream()
                        .anyMatch(violation -> ROW.matcher(violation.pointer()).matches());
    }

    /** True also for an error that cannot be read: the request may have been carried out in part. */
    static boolean hasError(ApiResponse<?> response) {
        return ReadableValue.orElse(() -> response.error().isPresent(), true);
    }

    /** The error of a request that was carried out in part. One that cannot be read is among the violations. */
    static Optional<ApiError> error(ApiResponse<?> response) {
        return ReadableValue.orElse(response::error, Optional.empty());
    }
}
