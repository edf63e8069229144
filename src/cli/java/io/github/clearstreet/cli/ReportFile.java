package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.FlattenReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the page about a run goes. */
final class ReportFile {
    private final @Nullable Path path;

    private ReportFile(@Nullable Path path) {
        this.path = path;
    }

    /** Makes sure that it can be written, before anything is sent. */
    static ReportFile of(@Nullable String name) {
        if (name == null) {
            return new ReportFile(null);
        }
        try {
            Path path = Path.of(name);
            Files.writeString(path, "");
            return new ReportFile(path);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("nothing was sent, because the file of --report cannot be written");
        }
    }

    /** Returns the result, and says with it if the page could not be written: then it is no success. */
    CommandResult write(URI server, List<FlattenReport> reports, CommandResult result) {
        if (path == null) {
            return result;
        }
        try {
            Files.writeString(path, HtmlReport.of(server, reports));
            return result;
        } catch (IOException e) {
            return new WithoutPage(result);
        }
    }

    private record WithoutPage(CommandResult result) implements CommandResult {
        @Override
        public List<String> lines() {
            return result.lines();
        }

        @Override
        public String json() {
            return result.json();
        }

        @Override
        public List<String> warnings() {
            return List.of("the run is over, but the file of --report could not be written");
        }

        @Override
        public int exitCode() {
            return result.exitCode() == ExitCode.SUCCESS ? ExitCode.UNKNOWN : result.exitCode();
        }
    }
}
