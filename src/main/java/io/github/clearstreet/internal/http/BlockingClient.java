package io.github.clearstreet.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.clearstreet.internal.http.TransportException.Kind;
import io.github.clearstreet.internal.http.TransportException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the answer on the calling thread, up to the deadline, an interrupt or a cancel. Thread-safe. */
public final class BlockingClient implements Client {
    private final HttpTransport transport;

    /** Sends through the transport. */
    public BlockingClient(HttpTransport transport) {
        this.transport = transport;
    }

    /**
     * Sends the request, once.
     *
     * @throws TransportException if no whole answer arrived
     */
    @Override
    public Response execute(Request request, Request.Options options) {
        Call call = transport.current();
        if (Thread.currentThread().isInterrupted()) {
            call.begin();
            call.end();
            throw new TransportException(Kind.NOT_SENT, Reason.INTERRUPTED, null);
        }
        return FeignCalls.response(request, await(transport.start(request, call), HttpTransport.nanos(call)));
    }

    private static Answer await(Exchange exchange, long nanos) {
        CompletableFuture<Answer> outcome = exchange.outcome();
        try {
            outcome.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException deadline) {
            exchange.abort(Reason.DEADLINE);
        } catch (InterruptedException interrupt) {
            exchange.abort(Reason.INTERRUPTED);
            Thread.currentThread().interrupt();
        } catch (ExecutionException decided) {
            // Told below, as in the two cases above, where the answer may have been faster than the abort.
        }
        try {
            return outcome.join();
        } catch (CompletionException failed) {
            return FeignCalls.answerOrThrow(null, failed.getCause());
        }
    }
}
