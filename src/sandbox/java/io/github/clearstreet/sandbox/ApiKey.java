package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.regex.Pattern;

/** The only key that the sandbox takes. */
final class ApiKey {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final String key;

    ApiKey(String key) {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "The API key must have the form id.secret, of letters, digits, hyphens and underscores");
        }
        this.key = key;
    }

    String value() {
        return key;
    }

    void check(List<String> authorization) {
        if (authorization.isEmpty()) {
            throw new RefusedException(401, "The Authorization header is missing.");
        }
        String value = authorization.get(0);
        if (authorization.size() > 1 || !value.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new RefusedException(401, "The Authorization header must be one Bearer token.");
        }
        if (!value.substring(7).equals(key)) {
            throw new RefusedException(401, "The API key is not valid.");
        }
    }
}
