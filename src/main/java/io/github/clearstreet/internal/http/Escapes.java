package io.github.clearstreet.internal.http;

import java.util.Map;

/**
 * Finds a text of ASCII characters in another one that may write each of them with an escape of JSON, of an address or of HTML, in
 * either case, or in two or four bytes.
 */
final class Escapes {
    /** What an escape begins with. */
    static final char[] BEGINNINGS = {'\\', '%', '&'};

    private static final Map<Character, String> NAMES = Map.ofEntries(
            Map.entry('&', "amp;"),
            Map.entry('<', "lt;"),
            Map.entry('>', "gt;"),
            Map.entry('"', "quot;"),
            Map.entry('\'', "apos;"),
            Map.entry('/', "sol;"),
            Map.entry('=', "equals;"),
            Map.entry('+', "plus;"),
            Map.entry('.', "period;"),
            Map.entry(':', "colon;"),
            Map.entry('_', "lowbar;"));
    /** Texts are escaped again on their way, but not for ever; zeros at the front are no use either. */
    private static final int MOST_REPEATED = 16;

    private Escapes() {}

    /** Returns where the secret ends that starts at the position, or -1 if none does. */
    static int endOf(String secret, CharSequence text, int from) {
        int at = from;
        for (int i = 0; i < secret.length() && at >= 0; i++) {
            at = after(secret.charAt(i), text, i == 0 ? at : skip("\0", text, at));
        }
        return at;
    }

    private static int after(char wanted, CharSequence text, int at) {
        if (at >= text.length()) {
            return -1;
        }
        char found = text.charAt(at);
        if (isSame(wanted, found)) {
            return at + 1;
        }
        return switch (found) {
            case '\\' -> afterBackslash(wanted, text, skip("\\", text, at));
            case '%' -> afterPercent(wanted, text, skip("25", text, at + 1));
            case '&' -> afterAmpersand(wanted, text, skip("amp;", text, at + 1));
            default -> -1;
        };
    }

    private static int afterBackslash(char wanted, CharSequence text, int at) {
        if (at >= text.length()) {
            return -1;
        }
        char found = text.charAt(at);
        if (isSame(wanted, found)) {
            return at + 1;
        }
        return switch (found) {
            case 'u' -> afterDigits(wanted, text, at + 1, 16, 4);
            case 'x' -> afterDigits(wanted, text, at + 1, 16, 2);
            default -> Math.max(afterDigits(wanted, text, at, 8, 3), afterDigits(wanted, text, at, 8, 2));
        };
    }

    private static int afterPercent(char wanted, CharSequence text, int at) {
        return startsWith("u", text, at)
                ? afterDigits(wanted, text, at + 1, 16, 4)
                : afterDigits(wanted, text, at, 16, 2);
    }

    private static boolean isSame(char wanted, char found) {
        return found == wanted || Character.toLowerCase(found) == Character.toLowerCase(wanted);
    }

    private static int afterAmpersand(char wanted, CharSequence text, int at) {
        if (at < text.length() && text.charAt(at) == '#') {
            boolean isHex = at + 1 < text.length() && (text.charAt(at + 1) == 'x' || text.charAt(at + 1) == 'X');
            int digits = skip("0", text, isHex ? at + 2 : at + 1);
            String number = Integer.toString(wanted, isHex ? 16 : 10);
            int end = digits + number.length();
            return !startsWith(number, text, digits) ? -1 : startsWith(";", text, end) ? end + 1 : end;
        }
        String name = NAMES.get(wanted);
        return name != null && startsWith(name, text, at) ? at + name.length() : -1;
    }

    private static int afterDigits(char wanted, CharSequence text, int at, int radix, int digits) {
        if (at + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return isSame(wanted, (char) value) ? at + digits : -1;
    }

    private static int skip(String repeated, CharSequence text, int from) {
        int at = from;
        for (int i = 0; i < MOST_REPEATED && startsWith(repeated, text, at); i++) {
            at += repeated.length();
        }
        return at;
    }

    private static boolean startsWith(String expected, CharSequence text, int at) {
        if (at + expected.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (Character.toLowerCase(text.charAt(at + i)) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
