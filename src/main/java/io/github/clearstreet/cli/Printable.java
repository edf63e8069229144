package io.github.clearstreet.cli;

/** Keeps the server's text from steering the terminal. */
final class Printable {
    private Printable() {}

    static String text(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
