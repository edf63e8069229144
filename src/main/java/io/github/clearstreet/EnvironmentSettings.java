package io.github.clearstreet;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What environment variables and system properties say. A property wins over a variable. */
final class EnvironmentSettings {
    private EnvironmentSettings() {}

    static ClearStreetBuilder read(
            UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> properties) {
        ClearStreetBuilder builder = new ClearStreetBuilder();
        String key = first(properties.apply("clearstreet.apiKey"), environment.apply("CLEAR_STREET_API_KEY"));
        if (key == null) {
            throw new IllegalArgumentException("there is no API key: set the environment variable CLEAR_STREET_API_KEY"
                    + " or the system property clearstreet.apiKey");
        }
        builder.apiKey(key);
        String url = first(properties.apply("clearstreet.baseUrl"), environment.apply("CLEAR_STREET_BASE_URL"));
        if (url != null) {
            builder.baseUrl(Arguments.uri(url));
        }
        return builder;
    }

    private static @Nullable String first(@Nullable String property, @Nullable String variable) {
        return property != null ? property : variable;
    }
}
