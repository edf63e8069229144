package io.github.clearstreet.cli;

import java.util.List;

/** What a command found out or did. It is printed as a table or as JSON, and its exit code is that of the process. */
interface CommandResult {
    /** For people. */
    List<String> lines();

    /** For scripts: one object. What is not known is left out. */
    String json();

    /** What goes to standard error in both forms, one line each. */
    default List<String> warnings() {
        return List.of();
    }

    default int exitCode() {
        return ExitCode.SUCCESS;
    }
}
