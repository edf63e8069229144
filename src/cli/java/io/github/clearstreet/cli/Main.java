package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.journal.FileJournal;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Runs the command line as a process of its own. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code: 0 done, 2 rejected, 3 nothing was changed, 4 unknown, 5
     * not flat or not known to be, 64 bad usage. Text goes out in UTF-8.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        // Nothing logs here, and people should not be told so. Takes effect because slf4j starts with the client.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // From JDK 22 on there is a console without a terminal, too, unless the one of java.base is asked for.
        System.setProperty("jdk.console", "java.base");
        CommandContext context = new CommandContext(
                System::getenv,
                Sandbox::start,
                ClearStreet::builder,
                CloseOut::of,
                FileJournal::in,
                Clock.systemUTC(),
                EverySecond::byAThread,
                Terminal.of(System.console()),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err));
        int exitCode = InterruptHook.endsTheCallOf(() -> CommandLineInterface.run(context, args));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Not through {@code System.out}, which swallows the error of a full disk or a closed pipe. */
    private static PrintWriter utf8(FileDescriptor file) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8));
    }
}
