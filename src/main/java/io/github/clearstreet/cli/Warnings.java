package io.github.clearstreet.cli;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.ApiError;
import java.io.PrintWriter;
import java.util.Optional;

/** What is odd about an accepted answer, one line each. */
final class Warnings {
    private Warnings() {}

    static void print(ApiResponse<?> response, PrintWriter err) {
        response.violations()
                .forEach(violation -> err.println("warning: in the answer, " + Printable.text(violation.toString())));
        error(response)
                .ifPresent(error ->
                        err.println("warning: the server accepted with an error: " + Printable.text(error.toJson())));
    }

    /** The error of a request that was carried out in part. One that cannot be read is among the violations. */
    static Optional<ApiError> error(ApiResponse<?> response) {
        try {
            return response.error();
        } catch (UnreadableValueException e) {
            return Optional.empty();
        }
    }
}
