package io.github.clearstreet.internal.text;

/** Keeps the server's text from steering the terminal. */
public final class Printable {
    private Printable() {}

    public static String text(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
