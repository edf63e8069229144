package io.github.clearstreet.internal.http;

import feign.AsyncClient;
import feign.Request;
import feign.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Holds no thread while the answer is on its way. Thread-safe.
 *
 * <p>The future completes on the callback executor, so that neither decoding nor a caller's continuation can hold up the
 * threads that read answers and enforce deadlines. {@link Call#cancel()} ends the exchange; cancelling the future does not,
 * since Feign does not hand a cancel on.
 */
public final class NonBlockingClient implements AsyncClient<Object> {
    private final HttpTransport transport;

    /** Sends through the transport. */
    public NonBlockingClient(HttpTransport transport) {
        this.transport = transport;
    }

    /**
     * Sends the request, once.
     *
     * @return fails with a {@link TransportException} if no whole answer arrived
     */
    @Override
    public CompletableFuture<Response> execute(
            Request request, Request.Options options, Optional<Object> requestContext) {
        Call call = transport.current();
        Exchange exchange = transport.start(request, call);
        transport.enforceDeadline(exchange, call);
        return exchange.outcome()
                .handleAsync(FeignCalls::answerOrThrow, transport.callbacks())
                .thenApply(answer -> FeignCalls.response(request, answer));
    }
}
