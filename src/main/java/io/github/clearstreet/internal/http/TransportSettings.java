package io.github.clearstreet.internal.http;

import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What an {@link HttpTransport} is made from. Immutable. The facade has checked the values. */
public final class TransportSettings {
    private final URI baseUri;
    private final ApiKey apiKey;
    private final String userAgent;
    private final Duration connectTimeout;
    private final long maxResponseBytes;
    private final @Nullable ProxySelector proxy;
    private final @Nullable String proxyAuthorization;
    private final @Nullable SSLContext sslContext;
    private final @Nullable ScheduledExecutorService scheduler;

    private TransportSettings(Builder builder) {
        this.baseUri = builder.baseUri;
        this.apiKey = builder.apiKey;
        this.userAgent = builder.userAgent;
        this.connectTimeout = builder.connectTimeout;
        this.maxResponseBytes = builder.maxResponseBytes;
        this.proxy = builder.proxy;
        this.proxyAuthorization = builder.proxyAuthorization;
        this.sslContext = builder.sslContext;
        this.scheduler = builder.scheduler;
    }

    /** Starts with a connect timeout of 10 s, a response limit of 64 MiB and the JVM's proxy and TLS. */
    public static Builder builder(URI baseUri, ApiKey apiKey, String userAgent) {
        return new Builder(baseUri, apiKey, userAgent);
    }

    /** The base URL, without a slash at the end. */
    public URI baseUri() {
        return baseUri;
    }

    ApiKey apiKey() {
        return apiKey;
    }

    String userAgent() {
        return userAgent;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    long maxResponseBytes() {
        return maxResponseBytes;
    }

    Optional<ProxySelector> proxy() {
        return Optional.ofNullable(proxy);
    }

    Optional<String> proxyAuthorization() {
        return Optional.ofNullable(proxyAuthorization);
    }

    Optional<SSLContext> sslContext() {
        return Optional.ofNullable(sslContext);
    }

    Optional<ScheduledExecutorService> scheduler() {
        return Optional.ofNullable(scheduler);
    }

    /** Never holds the key. */
    @Override
    public String toString() {
        return "TransportSettings[baseUri=" + baseUri + ", connectTimeout=" + connectTimeout + ", maxResponseBytes="
                + maxResponseBytes + "]";
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {
        private final URI baseUri;
        private final ApiKey apiKey;
        private final String userAgent;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private long maxResponseBytes = 64L * 1024 * 1024;
        private @Nullable ProxySelector proxy;
        private @Nullable String proxyAuthorization;
        private @Nullable SSLContext sslContext;
        private @Nullable ScheduledExecutorService scheduler;

        private Builder(URI baseUri, ApiKey apiKey, String userAgent) {
            this.baseUri = Objects.requireNonNull(baseUri, "baseUri");
            this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
            this.userAgent = Objects.requireNonNull(userAgent, "userAgent");
        }

        /** The longest time to connect; more than zero. */
        public Builder connectTimeout(Duration value) {
            this.connectTimeout = value;
            return this;
        }

        /** The largest body of a good response; more than zero. */
        public Builder maxResponseBytes(long value) {
            this.maxResponseBytes = value;
            return this;
        }

        /** Null means the proxy of the JVM. */
        public Builder proxy(@Nullable ProxySelector value) {
            this.proxy = value;
            return this;
        }

        /** The value of the Proxy-Authorization header; null means none. */
        public Builder proxyAuthorization(@Nullable String value) {
            this.proxyAuthorization = value;
            return this;
        }

        /** Null means the default of the JVM. */
        public Builder sslContext(@Nullable SSLContext value) {
            this.sslContext = value;
            return this;
        }

        /** Ends asynchronous calls at their deadline; stays the caller's to shut down. Null means one of our own. */
        public Builder scheduler(@Nullable ScheduledExecutorService value) {
            this.scheduler = value;
            return this;
        }

        /** Takes the values as they are. */
        public TransportSettings build() {
            return new TransportSettings(this);
        }
    }
}
