package io.github.clearstreet.internal.text;

import java.util.Locale;
import java.util.PrimitiveIterator;

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

    /**
     * Escapes such characters in the strings of JSON, and puts a blank for them between its values: what it means stays the
     * same, and it is on one line.
     */
    public static String json(String json) {
        StringBuilder printable = new StringBuilder(json.length());
        boolean inString = false;
        boolean escaped = false;
        for (PrimitiveIterator.OfInt characters = json.codePoints().iterator(); characters.hasNext(); ) {
            int c = characters.nextInt();
            if (!isHidden(c)) {
                printable.appendCodePoint(c);
            } else if (inString) {
                appendEscaped(printable, c);
            } else {
                printable.append(' ');
            }
            if (c == '"' && !escaped) {
                inString = !inString;
            }
            escaped = inString && c == '\\' && !escaped;
        }
        return printable.toString();
    }

    private static void appendEscaped(StringBuilder json, int c) {
        Character.toString(c).chars().forEach(unit -> json.append(String.format(Locale.ROOT, "\\u%04X", unit)));
    }

    private static boolean isHidden(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
