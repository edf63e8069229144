package io.github.clearstreet.contract;

import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.HttpsTestTarget;
import java.net.URI;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Where a pact is verified. Pact's own HTTP client sends a request again after a 429 or 503 with Retry-After and after a
 * dropped connection. This one sends everything once, because a DELETE that goes out twice can close twice.
 */
final class ProviderTarget {
    private static final CloseableHttpClient ONCE = HttpClients.custom()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .build();
    private static final IHttpClientFactory CLIENTS = provider -> ONCE;

    private ProviderTarget() {}

    static HttpTestTarget of(URI provider) {
        String path = provider.getPath().isEmpty() ? "/" : provider.getPath();
        return provider.getScheme().equals("https")
                ? new HttpsTestTarget(provider.getHost(), port(provider, 443), path, false, () -> CLIENTS)
                : new HttpTestTarget(provider.getHost(), port(provider, 80), path, () -> CLIENTS);
    }

    private static int port(URI provider, int usual) {
        return provider.getPort() < 0 ? usual : provider.getPort();
    }
}
