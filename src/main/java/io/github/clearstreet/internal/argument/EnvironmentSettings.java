package io.github.clearstreet.internal.argument;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What environment variables and system properties say. A property wins over a variable.
 *
 * @param apiKey as it was given
 * @param baseUrl empty if there is none
 */
public record EnvironmentSettings(String apiKey, Optional<URI> baseUrl) {
    public static final String API_KEY = "CLEAR_STREET_API_KEY";
    public static final String BASE_URL = "CLEAR_STREET_BASE_URL";

    private static final String KEY_PROPERTY = "clearstreet.apiKey";
    private static final Logger LOG = LoggerFactory.getLogger("io.github.clearstreet");

    /**
     * Reads both; a system property wins over an environment variable.
     *
     * @throws IllegalArgumentException if there is no key, or the URL is none; the message holds neither
     */
    public static EnvironmentSettings read(
            UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> properties) {
        String property = properties.apply(KEY_PROPERTY);
        if (property != null) {
            LOG.warn(
                    "The API key comes from the system property {}: given with -D, every user of this machine can read it in the"
                            + " list of processes. Use the environment variable {}, or a file that only its owner can read"
                            + " and whose content the application hands to apiKey(…).",
                    KEY_PROPERTY,
                    API_KEY);
        }
        String key = first(property, environment.apply(API_KEY));
        if (key == null) {
            throw new IllegalArgumentException("there is no API key: set the environment variable " + API_KEY
                    + " or the system property " + KEY_PROPERTY);
        }
        String url = first(properties.apply("clearstreet.baseUrl"), environment.apply(BASE_URL));
        return new EnvironmentSettings(key, Optional.ofNullable(url).map(Arguments::uri));
    }

    private static @Nullable String first(@Nullable String property, @Nullable String variable) {
        return property != null ? property : variable;
    }

    /** Never holds the key. */
    @Override
    public String toString() {
        return "EnvironmentSettings[baseUrl=" + baseUrl.map(url -> "given").orElse("none") + "]";
    }
}
