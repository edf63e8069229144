package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.Preview;
import java.net.URI;
import java.util.List;

/** What closing an account would do. */
record PreviewResult(URI baseUrl, Preview preview) implements CommandResult {
    @Override
    public List<String> lines() {
        return List.of("Server " + baseUrl, preview.toString());
    }

    @Override
    public String json() {
        return preview.toJson();
    }

    @Override
    public int exitCode() {
        return preview.complete() ? ExitCode.SUCCESS : ExitCode.UNKNOWN;
    }
}
