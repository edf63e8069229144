package io.github.clearstreet;

import io.github.clearstreet.internal.argument.Arguments;
import io.github.clearstreet.internal.argument.Checks;
import io.github.clearstreet.internal.argument.EnvironmentSettings;
import io.github.clearstreet.internal.argument.LibraryVersions;
import io.github.clearstreet.internal.http.ApiKey;
import io.github.clearstreet.internal.http.HttpTransport;
import io.github.clearstreet.internal.http.RequestHeaders;
import io.github.clearstreet.internal.http.RetryPolicy;
import io.github.clearstreet.internal.http.TransportSettings;
import io.github.clearstreet.journal.Journal;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link ClearStreet} client. Every method checks its argument at once.
 *
 * <p>There is no setting that sends a changing request again or follows a redirect: the client does neither. Not thread-safe; {@link #build()} may be called
 * more than once.
 */
public final class ClearStreetBuilder {
    private @Nullable ApiKey apiKey;
    private @Nullable String apiKeyHeader;
    private String apiKeyWord = "";
    private URI baseUrl = Environment.PRODUCTION.baseUrl();
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration deadline = Duration.ofSeconds(30);
    private int maxResponseBytes = 64 * 1024 * 1024;
    private @Nullable ProxySelector proxy;
    private @Nullable String proxyAuthorization;
    private @Nullable SSLContext sslContext;
    private @Nullable Supplier<HttpClient> http;
    private @Nullable CallListener listener;
    private int readAttempts = RetryPolicy.DEFAULT_ATTEMPTS;
    private Guards guards = Guards.none();
    private @Nullable Journal journal;
    private Clock clock = Clock.systemUTC();
    private RandomGenerator random = new Random();
    private RetryPolicy.@Nullable Sleeper sleeper;

    ClearStreetBuilder() {}

    /**
     * The key that the account's owner got from Clear Street, used as it is. Required.
     *
     * @param apiKey visible ASCII characters only
     * @return this builder
     * @throws IllegalArgumentException if it is blank or holds white space or line breaks; the message does not repeat it
     */
    public ClearStreetBuilder apiKey(String apiKey) {
        return with(new ApiKey(Arguments.apiKey(apiKey)));
    }

    /**
     * The key for one security scheme of another API ({@link ClearStreet#api}), for operations that take several keys or one of
     * several. It goes where the document says, as it is; {@code user:password} for HTTP Basic. May be called once for each scheme; {@link #apiKey(String)} is for all others.
     *
     * @param scheme the name of the scheme under {@code securitySchemes} of the document
     * @param key printable ASCII characters only
     * @return this builder
     * @throws IllegalArgumentException if the name is empty, or the key is blank or holds line breaks; the message does not
     *     repeat the key
     */
    public ClearStreetBuilder apiKey(String scheme, String key) {
        return with(ApiKey.of(scheme, Arguments.schemeKey(scheme, key)));
    }

    private ClearStreetBuilder with(ApiKey key) {
        this.apiKey = apiKey == null ? key : apiKey.and(key);
        return this;
    }

    /**
     * The header that carries the key as it is, for another API ({@link ClearStreet#api}). Default: what the document says, else {@code Authorization}, with
     * {@code Bearer} before the key.
     *
     * @param name for example {@code X-Api-Key}
     * @return this builder
     * @throws IllegalArgumentException if a client cannot send such a header
     */
    public ClearStreetBuilder apiKeyHeader(String name) {
        return apiKeyHeader(name, "");
    }

    /**
     * The header that carries the key behind a word, {@code Authorization: Token KEY}, for another API whose document does not
     * say so.
     *
     * @param name for example {@code Authorization}
     * @param word for example {@code Token}; empty for the key as it is
     * @return this builder
     * @throws IllegalArgumentException if a client cannot send such a header
     */
    public ClearStreetBuilder apiKeyHeader(String name, String word) {
        if (!name.equalsIgnoreCase("Authorization")) {
            RequestHeaders.check(name, "key");
        }
        if (!word.isEmpty()) {
            RequestHeaders.check("X-Word", word);
        }
        this.apiKeyHeader = name;
        this.apiKeyWord = word;
        return this;
    }

    /**
     * One of the two published environments. Default: {@link Environment#PRODUCTION}.
     *
     * @param environment where the calls go
     * @return this builder
     */
    public ClearStreetBuilder environment(Environment environment) {
        return baseUrl(environment.baseUrl());
    }

    /**
     * Any other home of the API, for example a sandbox.
     *
     * @param baseUrl absolute, https; http is allowed for loopback hosts only
     * @return this builder
     * @throws IllegalArgumentException if it is anything else, or holds a user, query or fragment
     */
    public ClearStreetBuilder baseUrl(URI baseUrl) {
        this.baseUrl = Arguments.baseUrl(baseUrl);
        return this;
    }

    /**
     * How long making a connection may take. It counts towards the deadline. Default: 5 seconds.
     *
     * @param connectTimeout more than zero
     * @return this builder
     */
    public ClearStreetBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = Checks.positive("connectTimeout", connectTimeout);
        return this;
    }

    /**
     * How long a whole call may take: connecting, sending, headers and the last byte of the body. Default: 30 seconds.
     *
     * @param deadline more than zero
     * @return this builder
     */
    public ClearStreetBuilder deadline(Duration deadline) {
        this.deadline = Checks.positive("deadline", deadline);
        return this;
    }

    /**
     * How large the body of a response may be; a larger one ends the call as unknown. Default: 64 MiB, about 100,000 orders.
     *
     * @param maxResponseBytes more than zero
     * @return this builder
     */
    public ClearStreetBuilder maxResponseBytes(int maxResponseBytes) {
        if (maxResponseBytes <= 0) {
            throw new IllegalArgumentException("maxResponseBytes must be more than zero, but is " + maxResponseBytes);
        }
        this.maxResponseBytes = maxResponseBytes;
        return this;
    }

    /**
     * The proxy to go through. Default: the JVM's own settings, for example {@code https.proxyHost}.
     *
     * @param proxy for example {@code ProxySelector.of(address)}, or {@code HttpClient.Builder.NO_PROXY} for none
     * @return this builder
     */
    public ClearStreetBuilder proxy(ProxySelector proxy) {
        this.proxy = proxy;
        return this;
    }

    /**
     * Gives credentials to the proxy, and to nobody else; they appear in no message, log or {@code toString}. Basic is used,
     * which the JDK allows for the tunnels of https only if it is told so before anything else uses its HTTP client: the first
     * client with credentials sets the system property {@code jdk.http.auth.tunneling.disabledSchemes} to nothing, if it is not
     * set. The default is none.
     *
     * @param user without a colon
     * @param password used as it is
     * @return this builder
     * @throws IllegalArgumentException if the user has a colon, or one of both a control character
     */
    public ClearStreetBuilder proxyCredentials(String user, String password) {
        this.proxyAuthorization = Arguments.basic(user, password);
        return this;
    }

    /**
     * The certificates to trust and to show. Default: the JVM's.
     *
     * @param sslContext an initialised context
     * @return this builder
     */
    public ClearStreetBuilder sslContext(SSLContext sslContext) {
        this.sslContext = sslContext;
        return this;
    }

    /**
     * Hears of the start and the end of every call. Default: nobody.
     *
     * @param listener quick and thread-safe
     * @return this builder
     */
    public ClearStreetBuilder listener(CallListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * How many times a request that only reads may be sent in all, within its deadline: after a failed or dropped
     * connection, 408, 429, 502, 503 and 504. Default: 4. A request that changes something is never sent again.
     *
     * @param readAttempts 1 for no repetition, at most 20
     * @return this builder
     */
    public ClearStreetBuilder readAttempts(int readAttempts) {
        this.readAttempts = Arguments.readAttempts(readAttempts);
        return this;
    }

    /**
     * What the client refuses to do. Default: nothing.
     *
     * @param guards for example an allow-list of accounts, or a dry run
     * @return this builder
     */
    public ClearStreetBuilder guards(Guards guards) {
        this.guards = guards;
        return this;
    }

    /**
     * Writes each changing request down before it leaves, and what became of it. A request that cannot be written down is not
     * sent. A close of an account that somebody else holds, or on which an earlier attempt is unresolved, is not sent either;
     * {@link CallOptions#withDecision} has the way to insist. Default: only the runs of {@code CloseOut} are written down, in
     * memory.
     *
     * @param journal for example {@code FileJournal.in(directory)}; the client does not close it
     * @return this builder
     */
    public ClearStreetBuilder journal(Journal journal) {
        this.journal = journal;
        return this;
    }

    ClearStreetBuilder from(EnvironmentSettings settings) {
        settings.baseUrl().ifPresent(this::baseUrl);
        return apiKey(settings.apiKey());
    }

    ClearStreetBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** Reaches the server by these, without a network. */
    ClearStreetBuilder http(Supplier<HttpClient> newHttp) {
        this.http = newHttp;
        return this;
    }

    /** Must be thread-safe. */
    ClearStreetBuilder random(RandomGenerator random) {
        this.random = random;
        return this;
    }

    ClearStreetBuilder sleeper(RetryPolicy.Sleeper sleeper) {
        this.sleeper = sleeper;
        return this;
    }

    /**
     * Makes the client. Nothing is sent yet.
     *
     * @return a client to be shared and, at the end, closed
     * @throws IllegalArgumentException if the API key is missing
     * @throws IllegalStateException if the JVM was told to re-send requests ({@code jdk.httpclient.enableAllMethodRetry})
     */
    public ClearStreet build() {
        ApiKey key = Arguments.present(apiKey);
        LibraryVersions.check();
        try {
            return build(apiKeyHeader == null ? key : key.in(apiKeyHeader, apiKeyWord));
        } catch (LinkageError e) {
            throw LibraryVersions.tooOld(e);
        }
    }

    private ClearStreet build(ApiKey key) {
        TransportSettings settings = new TransportSettings(
                baseUrl,
                key,
                LibraryVersions.userAgent(),
                connectTimeout,
                maxResponseBytes,
                proxy,
                proxyAuthorization,
                sslContext);
        HttpTransport transport = http == null ? new HttpTransport(settings) : new HttpTransport(settings, http);
        return new ClearStreet(
                transport,
                new CallPipeline(
                        transport,
                        deadline,
                        new CallNotifier(listener),
                        clock,
                        key,
                        guards,
                        new CallJournal(journal, baseUrl, clock, connectTimeout),
                        new RetryPolicy(readAttempts, random, sleeper == null ? transport : sleeper)));
    }
}
