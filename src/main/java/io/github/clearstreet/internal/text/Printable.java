package io.github.clearstreet.internal.text;

import java.util.Locale;

/** Keeps the server's text from steering the terminal. */
public final class Printable {
    private Printable() {}

    /** Puts a question mark for each character that is not to be seen. */
    public static String text(String text) {
        return text.codePoints()
                .map(c -> isHidden(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Escapes such characters in JSON without white space, where they are in strings: what it means stays the same. */
    public static String json(String json) {
        return json.codePoints()
                .collect(StringBuilder::new, Printable::appendEscaped, StringBuilder::append)
                .toString();
    }

    private static void appendEscaped(StringBuilder json, int c) {
        if (isHidden(c)) {
            Character.toString(c).chars().forEach(unit -> json.append(String.format(Locale.ROOT, "\\u%04X", unit)));
        } else {
            json.appendCodePoint(c);
        }
    }

    private static boolean isHidden(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
