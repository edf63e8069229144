package io.github.clearstreet;

import io.github.clearstreet.internal.argument.EnvironmentSettings;
import io.github.clearstreet.internal.http.HttpClients;
import java.net.URI;

/** The two published homes of the API. Any other base URL goes to {@link ClearStreetBuilder#baseUrl(URI)}. */
public enum Environment {
    /** Real accounts and real money. */
    PRODUCTION("https://api.clearstreet.com"),
    /** Clear Street's development environment. */
    DEVELOPMENT("https://api-dev.clearstreet.com");

    /** The environment variable that {@link ClearStreet#fromEnv()} takes the API key from. */
    public static final String API_KEY_VARIABLE = EnvironmentSettings.API_KEY;
    /** The environment variable that {@link ClearStreet#fromEnv()} takes the base URL from. */
    public static final String BASE_URL_VARIABLE = EnvironmentSettings.BASE_URL;

    private final URI baseUrl;

    Environment(String baseUrl) {
        this.baseUrl = URI.create(baseUrl);
    }

    /**
     * The root that the paths of the API are added to.
     *
     * @return an absolute https URL without a trailing slash
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Whether a URL never leaves this machine, whatever a name server says: {@code localhost}, {@code 127.…} or {@code [::1]}.
     * Only there may the API key go over http.
     *
     * @param url absolute, with a host
     * @return true for this machine
     */
    public static boolean isThisMachine(URI url) {
        return HttpClients.isLoopback(url);
    }
}
