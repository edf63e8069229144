package io.github.clearstreet.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
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

    /** One that no other process can know. */
    static ApiKey random() {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        return new ApiKey("sandbox." + HexFormat.of().formatHex(secret));
    }

    String value() {
        return key;
    }

    void check(List<String> authorization) {
        if (authorization.isEmpty()) {
            throw new ApiErrorException(401, "The Authorization header is missing.");
        }
        String value = authorization.get(0);
        if (authorization.size() > 1 || !value.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new ApiErrorException(401, "The Authorization header must be one Bearer token.");
        }
        if (!MessageDigest.isEqual(
                value.substring(7).getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8))) {
            throw new ApiErrorException(401, "The API key is not valid.");
        }
    }
}
