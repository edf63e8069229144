package io.github.clearstreet.internal.text;

import java.util.Locale;
import java.util.PrimitiveIterator;

/**
 * The one form in which text from outside reaches people: it cannot steer a terminal, begin a line of its own, or turn the
 * order of what is read around.
 */
public final class Printable {
    private Printable() {}

    /** Puts a question mark for each character that is not to be seen, line feeds and tabs among them. */
    public static String text(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            printable.appendCodePoint(isHidden(c) ? '?' : c);
            at += Character.charCount(c);
        }
        return printable.toString();
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
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> isBlankLetter(c) || isVariationSelector(c);
        };
    }

    /** Letters and marks that draw nothing: two texts that look the same could differ by them. */
    private static boolean isBlankLetter(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xFFA0;
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
