package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.JsonModel;
import java.util.List;
import java.util.Optional;

/** A call that failed: one line on standard error, whose text says what became of the account. */
record FailureResult(ClearStreetException failure) implements CommandResult {
    @Override
    public List<String> lines() {
        return List.of();
    }

    @Override
    public String json() {
        JsonObject json = new JsonObject().text("outcome", failure.outcome().name());
        failure.accountId().ifPresent(account -> json.number("account_id", account));
        failure.status().ifPresent(status -> json.number("status", status));
        json.text("request_id", failure.requestId())
                .text("message", Optional.ofNullable(failure.getMessage()))
                .raw("error", failure.error().map(JsonModel::toJson))
                .text("raw_body", failure.error().isPresent() ? Optional.empty() : failure.rawBody());
        failure.retryAfter().ifPresent(wait -> json.number("retry_after_seconds", wait.toSeconds()));
        return json.text("sent_at", failure.sentAt().map(Object::toString)).toString();
    }

    @Override
    public List<String> warnings() {
        return List.of(Printable.text(String.valueOf(failure.getMessage())));
    }

    @Override
    public int exitCode() {
        return ExitCode.of(failure.outcome());
    }
}
