package io.github.clearstreet.cli;

import io.github.clearstreet.Outcome;
import io.github.clearstreet.closeout.Preview;
import java.net.URI;
import java.util.List;

/**
 * A close that was not sent after a look at the account.
 *
 * @param message why, and what to do
 * @param exitCode 3, or 64 if an option is missing
 */
record RefusedResult(URI baseUrl, Preview preview, String message, int exitCode) implements CommandResult {
    @Override
    public List<String> lines() {
        return new PreviewResult(baseUrl, preview).lines();
    }

    @Override
    public String json() {
        return new JsonObject()
                .text("outcome", Outcome.NOT_SENT.name())
                .number("account_id", preview.accountId())
                .text("message", message)
                .raw("preview", preview.toJson())
                .toString();
    }

    @Override
    public List<String> warnings() {
        return List.of(message);
    }
}
