package io.github.clearstreet.internal.argument;

import io.github.clearstreet.internal.http.ApiKey;
import io.github.clearstreet.internal.http.HttpClients;
import io.github.clearstreet.json.Violation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks at the door. No message repeats a value that may hold a secret. */
public final class Arguments {
    private static final int MOST_READ_ATTEMPTS = 20;

    private Arguments() {}

    public static int readAttempts(int readAttempts) {
        if (readAttempts < 1 || readAttempts > MOST_READ_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "readAttempts must be from 1 to " + MOST_READ_ATTEMPTS + ", but is " + readAttempts);
        }
        return readAttempts;
    }

    public static void readable(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("the request has values that are missing or unreadable: " + violations);
        }
    }

    public static String apiKey(String apiKey) {
        boolean visible = !apiKey.isEmpty();
        for (int i = 0; i < apiKey.length(); i++) {
            visible &= apiKey.charAt(i) > ' ' && apiKey.charAt(i) < 0x7f;
        }
        if (!visible) {
            throw new IllegalArgumentException("apiKey must be visible ASCII characters without white space or line"
                    + " breaks: pass the key as Clear Street shows it (its value is not repeated here)");
        }
        return apiKey;
    }

    /** The key of one security scheme: of HTTP Basic, or behind a word of its own, it can have a space. */
    public static String schemeKey(String scheme, String key) {
        if (scheme.isBlank()) {
            throw new IllegalArgumentException("scheme must be a name under securitySchemes of the document");
        }
        if (key.isBlank() || !key.equals(key.strip()) || key.chars().anyMatch(c -> c < ' ' || c > 0x7e)) {
            throw new IllegalArgumentException(
                    "the key of a scheme must be printable ASCII characters, with no white space"
                            + " around it (its value is not repeated here)");
        }
        return key;
    }

    /** The header for Basic credentials (RFC 7617). */
    public static String basic(String user, String password) {
        if (user.indexOf(':') >= 0 || (user + password).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the user of the proxy must not have a colon, and neither user nor password a"
                            + " control character (their values are not repeated here)");
        }
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    public static ApiKey present(@Nullable ApiKey apiKey) {
        if (apiKey == null) {
            throw new IllegalArgumentException("there is no API key: call apiKey(…), or use ClearStreet.fromEnv()");
        }
        return apiKey;
    }

    public static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the base URL cannot be read as a URL (its value is not repeated here)");
        }
    }

    /** Gives the URL without a trailing slash, so that paths can be added to it. */
    public static URI baseUrl(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "baseUrl must be absolute, with http or https and a host, for example https://api.clearstreet.com");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("baseUrl must not hold a user, a query or a fragment: the key goes to"
                    + " apiKey (its value is not repeated here)");
        }
        if (scheme.equals("http") && !HttpClients.isLoopback(url)) {
            throw new IllegalArgumentException(
                    "baseUrl must be https, because http would show the API key to the network; http is for loopback"
                            + " hosts only (localhost, 127.0.0.1, [::1])");
        }
        String text = scheme + url.toString().substring(scheme.length());
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return URI.create(text);
    }
}
