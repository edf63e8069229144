package io.github.clearstreet.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page begins, and what it is a page of: as the API's tokens, padded base64url of a JSON object with offset and
 * limit. The sandbox adds what identifies the list, so that a client which forgets the filters is refused.
 *
 * @param list identifies the list and its filters
 */
record PageToken(int offset, int limit, String list) {
    private static final Pattern FORM =
            Pattern.compile("\\{\"offset\":([0-9]{1,9}),\"limit\":([1-9][0-9]{0,8}),\"list\":\"([^\"]+)\"}");

    String encoded() {
        String json = "{\"offset\":" + offset + ",\"limit\":" + limit + ",\"list\":\"" + list + "\"}";
        return Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static PageToken decoded(String token) {
        Matcher json = FORM.matcher(text(token));
        if (!json.matches()) {
            throw unreadable();
        }
        return new PageToken(Integer.parseInt(json.group(1)), Integer.parseInt(json.group(2)), json.group(3));
    }

    private static String text(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static ApiErrorException unreadable() {
        return new ApiErrorException(400, "The page token is not one of this server's.");
    }
}
