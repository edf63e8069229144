package io.github.clearstreet.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page begins, and what it is a page of.
 *
 * @param list identifies the list and its filters, so that a token cannot lead into another one
 */
record PageToken(int offset, int size, String list) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}):([0-9]{1,9}):(.+)");

    String encoded() {
        byte[] text = (offset + ":" + size + ":" + list).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static PageToken decoded(String token) {
        Matcher text = FORM.matcher(text(token));
        if (!text.matches()) {
            throw unreadable();
        }
        return new PageToken(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2)), text.group(3));
    }

    private static String text(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static RefusedException unreadable() {
        return new RefusedException(400, "The page token is not one of this server's.");
    }
}
