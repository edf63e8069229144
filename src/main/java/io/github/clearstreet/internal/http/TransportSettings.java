package io.github.clearstreet.internal.http;

import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link HttpTransport} is made from. The facade has checked the values.
 *
 * @param baseUri without a slash at the end
 * @param connectTimeout the longest time to connect; more than zero
 * @param maxResponseBytes the largest body of a good response; more than zero
 * @param proxy null for the proxy of the JVM
 * @param proxyAuthorization the value of the header Proxy-Authorization; null for none
 * @param sslContext null for that of the JVM
 */
public record TransportSettings(
        URI baseUri,
        ApiKey apiKey,
        String userAgent,
        Duration connectTimeout,
        long maxResponseBytes,
        @Nullable ProxySelector proxy,
        @Nullable String proxyAuthorization,
        @Nullable SSLContext sslContext) {

    /** Never holds the key, nor the credentials for the proxy. */
    @Override
    public String toString() {
        return "TransportSettings[baseUri=" + baseUri + ", connectTimeout=" + connectTimeout + ", maxResponseBytes="
                + maxResponseBytes + "]";
    }
}
