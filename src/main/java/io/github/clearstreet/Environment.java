package io.github.clearstreet;

import java.net.URI;

/** The two published homes of the API. Any other base URL goes to {@link ClearStreetBuilder#baseUrl(URI)}. */
public enum Environment {
    /** Real accounts and real money. */
    PRODUCTION("https://api.clearstreet.com"),
    /** Clear Street's development environment. */
    DEVELOPMENT("https://api-dev.clearstreet.com");

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
}
