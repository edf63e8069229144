package io.github.clearstreet;

import io.github.clearstreet.api.OrdersApi;
import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.internal.argument.Checks;
import io.github.clearstreet.internal.argument.EnvironmentSettings;
import io.github.clearstreet.internal.argument.LibraryVersions;
import io.github.clearstreet.internal.http.HttpTransport;
import io.github.clearstreet.internal.http.RequestMaker;
import io.github.clearstreet.internal.http.WorkThread;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.runtime.request.ApiDescription;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A client of the Clear Street API that sends each request that changes something at most once, and always says what became
 * of it. Requests that only read may be sent again.
 *
 * <pre>{@code
 * try (ClearStreet clearStreet = ClearStreet.fromEnv()) {
 *     ApiResponse<List<Order>> response = clearStreet.positions().closePositions(19816);
 *     response.data().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe: make one and share it. It holds connections, so close it when you are done.
 */
public final class ClearStreet implements AutoCloseable {
    private final HttpTransport transport;
    private final CallPipeline pipeline;
    // Feign parses each interface: the first call takes about 3 % less CPU for each one that it does not need.
    private @Nullable Positions positions;
    private @Nullable Orders orders;

    ClearStreet(HttpTransport transport, CallPipeline pipeline) {
        this.transport = transport;
        this.pipeline = pipeline;
    }

    /**
     * Starts the configuration of a client. Only the API key has no default.
     *
     * @return a new builder
     */
    public static ClearStreetBuilder builder() {
        return new ClearStreetBuilder();
    }

    /**
     * Makes a client from the environment: {@code CLEAR_STREET_API_KEY} and {@code CLEAR_STREET_BASE_URL}, or the system
     * properties {@code clearstreet.apiKey} and {@code clearstreet.baseUrl}, which win. Without a base URL it is {@link
     * Environment#PRODUCTION}.
     *
     * @return a ready client
     * @throws IllegalArgumentException if there is no key, or a value is not usable; the message holds no secret
     */
    public static ClearStreet fromEnv() {
        return builder()
                .from(EnvironmentSettings.read(System::getenv, System::getProperty))
                .build();
    }

    /**
     * The version of this library.
     *
     * @return for example {@code 0.1.0}; {@code unpackaged} for classes outside a jar
     */
    public static String version() {
        return LibraryVersions.version();
    }

    /**
     * The operations on positions.
     *
     * @return always the same instance
     */
    public synchronized Positions positions() {
        Positions made = positions;
        if (made == null) {
            made = new Positions(new AsyncPositions(calls(PositionsApi.API)));
            positions = made;
        }
        return made;
    }

    /**
     * The operations on orders.
     *
     * @return always the same instance
     */
    public synchronized Orders orders() {
        Orders made = orders;
        if (made == null) {
            made = new Orders(new AsyncOrders(calls(OrdersApi.API)));
            orders = made;
        }
        return made;
    }

    private <A> ApiCalls<A> calls(ApiDescription<A> api) {
        return new ApiCalls<>(
                new RequestMaker<>(api, transport.settings().baseUri()),
                pipeline,
                CallOptions.defaults(),
                WorkThread.CALLING);
    }

    /**
     * Makes an interface that was generated from any specification work over this client, for example for another API of the
     * same server. Nothing is sent yet.
     *
     * <p>Its methods return what the specification says, and have the guarantees of {@link #positions()}: what changes
     * something is sent at most once, what only reads (GET and HEAD) may be sent again, all within the deadline of a call; a
     * method throws {@link NotSentException}, {@link RejectedException} or {@link OutcomeUnknownException}, and a future fails
     * with one of them; the listener hears of it. A client with a guard on accounts or with a journal sends no changing
     * request this way, because nobody knows its account. Cancelling a future gives up its result only.
     *
     * @param api the constant {@code API} of the interface, blocking or asynchronous
     * @return thread-safe; make it once
     * @param <T> the interface
     */
    public <T> T api(ApiDescription<T> api) {
        return api(api, CallOptions.defaults());
    }

    /**
     * As {@link #api(ApiDescription)}, with other options.
     *
     * @param api the constant {@code API} of the interface, blocking or asynchronous
     * @param options used for every call of it
     * @return thread-safe; make it once
     * @param <T> the interface
     */
    public <T> T api(ApiDescription<T> api, CallOptions options) {
        return pipeline.api(api, options);
    }

    /**
     * What this client refuses to do.
     *
     * @return the guards of the builder
     */
    public Guards guards() {
        return pipeline.guards();
    }

    /**
     * Where the changing requests of this client are written down.
     *
     * @return the journal that the client was given, otherwise one in memory that only runs of {@code CloseOut} use
     */
    public Journal journal() {
        return pipeline.journal().journal();
    }

    /**
     * Whether {@link #close()} was called, so that no call will be sent any more.
     *
     * @return false as long as the client can be used
     */
    public boolean isClosed() {
        return transport.isClosed();
    }

    /**
     * Ends the client: calls that are still running end at once, as not sent or unknown, and later ones are not sent.
     * Closing twice does nothing.
     */
    @Override
    public void close() {
        transport.close();
        pipeline.journal().writeWhatIsLeft();
    }

    /**
     * As {@link #close()}, but waits for the calls that are on their way, which no new one joins. A program that ends while an
     * asynchronous close is on its way never hears its outcome; this is how to wait for it.
     *
     * @param atMost how long to wait; what has not ended by then ends as {@link #close()} says
     * @throws InterruptedException if the thread is interrupted; the client is not closed then, and takes no call any more
     */
    public void close(Duration atMost) throws InterruptedException {
        transport.close(Checks.notNegative("atMost", atMost));
        pipeline.journal().writeWhatIsLeft();
    }
}
