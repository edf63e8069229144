package io.github.clearstreet.cli;

import java.io.Console;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The person in front of the command, if there is one. */
interface Terminal {
    int USUAL_WIDTH = 80;

    /** A pipe, a file, a script: nobody can be asked, and nothing is written over. */
    Terminal NONE = new Terminal() {};

    /** True if somebody reads standard output on a terminal and can answer. */
    default boolean isThere() {
        return false;
    }

    /** Returns the line that the person typed; empty if there is nobody, or if nothing was typed. */
    default String ask(String question) {
        return "";
    }

    /** True if somebody also reads standard error on it, and it can be written over. */
    default boolean isLive(UnaryOperator<@Nullable String> environment) {
        return false;
    }

    /** How many characters fit on a line. */
    default int width() {
        return USUAL_WIDTH;
    }

    /** The terminal of this process. */
    static Terminal of(@Nullable Console console) {
        return console == null ? NONE : new OfConsole(console);
    }

    /** A terminal that a console belongs to. */
    record OfConsole(Console console) implements Terminal {
        private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,4})\\s*");

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public String ask(String question) {
            return Optional.ofNullable(console.readLine("%s ", question)).orElse("");
        }

        /** As {@code test} says of standard error; without it, no. Nor on Windows, whose old consoles print escapes. */
        @Override
        public boolean isLive(UnaryOperator<@Nullable String> environment) {
            String kind = environment.apply("TERM");
            if (kind == null || kind.isEmpty() || kind.equals("dumb")) {
                return false;
            }
            try {
                Process test = new ProcessBuilder("test", "-t", "2").inheritIO().start();
                return test.waitFor() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** As {@code stty} says, which is not everywhere. */
        @Override
        public int width() {
            try {
                Process stty = new ProcessBuilder("stty", "size")
                        .redirectInput(Redirect.INHERIT)
                        .redirectError(Redirect.DISCARD)
                        .start();
                String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                Matcher found = SIZE.matcher(size);
                return found.matches() && !found.group(1).equals("0") ? Integer.parseInt(found.group(1)) : USUAL_WIDTH;
            } catch (IOException e) {
                return USUAL_WIDTH;
            }
        }
    }
}
