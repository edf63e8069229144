package io.github.clearstreet.surface;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gate as a command, for this build and for any other project that keeps a lock file.
 *
 * <pre>
 * SurfaceGate SPECIFICATION [--lock FILE] [--sources FOLDER] [--accept] [--report]
 * </pre>
 *
 * <p>Exit codes: 0 no difference, or none that breaks anything; 1 something breaks; 2 a file cannot be read; 64 bad usage.
 * With {@code --accept} the lock is written anew, with {@code --report} differences are only told: both end with 0.
 */
final class GateCommand {
    static final int SAME = 0;
    static final int BREAKING = 1;
    static final int UNREADABLE = 2;
    static final int USAGE = 64;

    private static final String HOW_TO =
            "Usage: SurfaceGate SPECIFICATION [--lock FILE] [--sources FOLDER] [--accept] [--report]";

    private final Path specification;
    private final Path lock;
    private final @Nullable Path sources;
    private final boolean accept;
    private final boolean onlyReport;

    private GateCommand(List<String> arguments) {
        List<String> left = new ArrayList<>(arguments);
        this.accept = left.removeAll(List.of("--accept", "--accept=true"));
        left.remove("--accept=false"); // what the build says when nobody asks
        this.onlyReport = left.remove("--report");
        Path lockFile = option("--lock", left);
        this.lock = lockFile == null ? SurfaceGate.LOCK : lockFile;
        this.sources = option("--sources", left);
        if (left.size() != 1 || left.get(0).startsWith("--")) {
            throw new IllegalArgumentException(HOW_TO);
        }
        this.specification = Path.of(left.get(0));
    }

    private static @Nullable Path option(String name, List<String> left) {
        int at = left.indexOf(name);
        if (at < 0) {
            return null;
        }
        if (at + 1 == left.size()) {
            throw new IllegalArgumentException(HOW_TO);
        }
        left.remove(at);
        return Path.of(left.remove(at));
    }

    /** Runs the command and returns its exit code. Nothing but its own lines is printed, whatever the parser says. */
    static int run(List<String> arguments, PrintStream out) {
        GateCommand command;
        try {
            command = new GateCommand(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        }
        try {
            return command.run(out);
        } catch (IOException | RuntimeException e) {
            out.println(command.specification + " cannot be compared: " + firstLine(e));
            return UNREADABLE;
        }
    }

    private int run(PrintStream out) throws IOException {
        if (!Files.isReadable(specification)) {
            out.println(specification + " cannot be read. Give the path of an OpenAPI document.");
            return UNREADABLE;
        }
        SurfaceGate gate = new SurfaceGate(specification, lock, sources);
        List<Difference> differences;
        String report;
        Silence silence = new Silence();
        try {
            differences = gate.differences();
            report = gate.report(differences);
            if (accept) {
                gate.accept();
            }
        } finally {
            silence.end();
        }
        out.println(report);
        if (accept) {
            out.println("Accepted: " + lock + " is written anew.");
            return SAME;
        }
        return !onlyReport && differences.stream().anyMatch(Difference::isBreaking) ? BREAKING : SAME;
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }

    /** Keeps the standard streams quiet: parsers and loggers write to them, in ways that differ with what is on the class path. */
    private static final class Silence {
        private final PrintStream out = System.out;
        private final PrintStream err = System.err;

        Silence() {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            System.setOut(nowhere);
            System.setErr(nowhere);
        }

        void end() {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
