package io.github.clearstreet.specification;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document ready for the generator, in this build and in any other project.
 *
 * <pre>
 * PrepareCommand SPECIFICATION OUTPUT [--lenient] [--package NAME --config FILE]
 * </pre>
 *
 * <p>Writes the document to {@code OUTPUT}, and to the file of {@code --config} all that the generator is told, for classes in
 * {@code NAME.api} and {@code NAME.model}. Exit codes: 0 done; 1 the document is invalid or cannot be carried; 2 a file
 * cannot be read or written; 64 bad usage.
 */
public final class PrepareCommand {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int UNREADABLE = 2;
    static final int USAGE = 64;

    private static final String HOW_TO =
            "Usage: PrepareCommand SPECIFICATION OUTPUT [--lenient] [--package NAME --config FILE]";
    private static final String MENDED =
            "a schema without a type that is one takes any value, a path variable without a parameter is a text, and a parameter or response that leads nowhere is left out.";

    private final List<String> files;
    private final boolean isLenient;
    private final @Nullable String basePackage;
    private final @Nullable String config;
    private final @Nullable String settings;

    private PrepareCommand(List<String> arguments) {
        List<String> left = new ArrayList<>(arguments);
        this.isLenient = left.removeAll(List.of("--lenient", "--lenient=true"));
        left.remove("--lenient=false"); // what the build says when nobody asks
        this.basePackage = option("--package", left);
        this.config = option("--config", left);
        this.settings = option("--settings", left); // this build has no jar to take them from
        if (left.size() != 2
                || left.stream().anyMatch(file -> file.startsWith("--"))
                || (basePackage == null) != (config == null)) {
            throw new IllegalArgumentException(HOW_TO);
        }
        this.files = left;
    }

    private static @Nullable String option(String name, List<String> left) {
        int at = left.indexOf(name);
        if (at < 0) {
            return null;
        }
        if (at + 1 == left.size()) {
            throw new IllegalArgumentException(HOW_TO);
        }
        left.remove(at);
        return left.remove(at);
    }

    /** Runs the command, and ends the JVM if its exit code is not 0. */
    public static void main(String[] arguments) {
        int exitCode = run(List.of(arguments), System.err);
        if (exitCode != DONE) {
            System.exit(exitCode);
        }
    }

    /** Runs the command and returns its exit code. */
    static int run(List<String> arguments, PrintStream out) {
        try {
            new PrepareCommand(arguments).write(out);
            return DONE;
        } catch (SpecificationException e) {
            say(e.isMendable() ? e.lines() : List.of(String.valueOf(e.getMessage())), out);
            if (e.isMendable()) {
                say(
                        List.of("The document is invalid. Correct it, or go on with --lenient (-Dopenapi.lenient): "
                                + MENDED),
                        out);
            }
            return REFUSED;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        } catch (IOException e) {
            say(List.of(e + ". Give the path of an OpenAPI document and one that can be written."), out);
            return UNREADABLE;
        }
    }

    private void write(PrintStream out) throws IOException {
        if (basePackage != null && config != null) {
            GeneratorConfig.read(settings == null ? null : Path.of(settings))
                    .in(basePackage)
                    .write(Path.of(config));
        }
        List<SpecificationException> mended = Prepared.write(Path.of(files.get(0)), Path.of(files.get(1)), isLenient);
        if (!mended.isEmpty()) {
            say(new SpecificationException(mended).lines(), out);
            say(List.of("Mended: " + MENDED), out);
        }
    }

    private static void say(List<String> lines, PrintStream out) {
        lines.forEach(line -> out.println("SPECIFICATION " + line));
    }
}
