package io.github.clearstreet.sandbox;

/** Text that came over the wire, or that a test made up, for people: it steers no terminal and begins no line. */
final class Printable {
    private Printable() {}

    /** Puts a question mark for each character that is not to be seen. */
    static String text(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    }
}
