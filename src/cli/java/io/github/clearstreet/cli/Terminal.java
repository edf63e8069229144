package io.github.clearstreet.cli;

import java.io.Console;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
