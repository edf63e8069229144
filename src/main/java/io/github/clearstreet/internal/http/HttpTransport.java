package io.github.clearstreet.internal.http;

import feign.Request;
import io.github.clearstreet.internal.http.TransportException.Reason;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over one java.net.http client that can neither follow a redirect nor send anything twice.
 *
 * <p>HTTP/1.1 only: HTTP/2 clients replay what a server says it did not process. No cookies, no Authenticator. Thread-safe.
 */
public final class HttpTransport implements AutoCloseable, RetryPolicy.Sleeper {
    private final TransportSettings settings;
    private final TransportThreads threads;
    private final boolean needsNoLookup;
    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private final HttpClients clients;
    private volatile boolean isClosed;

    /**
     * Opens no connection yet.
     *
     * @throws IllegalStateException if the JVM is set to send any request again
     */
    public HttpTransport(TransportSettings settings) {
        this(settings, new TransportThreads());
    }

    /** As the other, with clients that reach the server in a way of their own, for tests without a network. */
    public HttpTransport(TransportSettings settings, Supplier<HttpClient> clients) {
        this(settings, new TransportThreads(), clients);
    }

    HttpTransport(TransportSettings settings, TransportThreads threads) {
        this(settings, threads, null);
    }

    private HttpTransport(
            TransportSettings settings, TransportThreads threads, @Nullable Supplier<HttpClient> clients) {
        ReplayProperty.refuse();
        this.settings = settings;
        this.threads = threads;
        this.needsNoLookup = HttpClients.needsNoLookup(settings.baseUri());
        this.clients = new HttpClients(settings, System::nanoTime, clients);
    }

    /** What this transport was made from. */
    public TransportSettings settings() {
        return settings;
    }

    /**
     * Sends the request of the call, once. On the caller's thread it comes back when the response is there, the deadline has
     * passed or the thread is interrupted; else at once, with a future that completes on a callback thread, so that neither
     * decoding nor a caller's continuation can hold up the threads that read responses and enforce deadlines.
     *
     * @return fails with a {@link TransportException} if no whole response arrived
     */
    public CompletableFuture<ReceivedResponse> send(Request request, Call call, WorkThread thread) {
        Exchange exchange = start(request, call);
        if (thread == WorkThread.CALLBACK) {
            Future<?> deadline = deadline(exchange, call);
            return exchange.outcome().whenCompleteAsync((response, failure) -> deadline.cancel(false), callbacks());
        }
        Reason reason = WorkThread.await(exchange.outcome(), nanos(call));
        if (reason != null) {
            exchange.abort(reason); // unless the response was faster
        }
        return exchange.outcome();
    }

    /** Begins the call and sends its request. Returns at once. */
    private Exchange start(Request request, Call call) {
        call.check(request.httpMethod());
        call.begin();
        byte[] bytes = Requests.body(request);
        call.sends(bytes.length);
        OneShotBody body = new OneShotBody(bytes, call);
        HttpRequest httpRequest = Requests.of(request, call, body, settings);
        Exchange exchange = new Exchange(call, body, httpRequest, settings, clients);
        running.add(exchange);
        CompletableFuture<ReceivedResponse> unused =
                exchange.outcome().whenComplete((response, failure) -> running.remove(exchange));
        call.onCancel(() -> exchange.abort(Reason.CANCELLED));
        if (isClosed) {
            exchange.abort(Reason.CLOSED);
            return exchange;
        }
        if (nanos(call) <= 1) {
            exchange.abort(Reason.DEADLINE);
            return exchange;
        }
        if (needsNoLookup) {
            exchange.send();
        } else {
            threads.starter().execute(exchange::send);
        }
        return exchange;
    }

    /** Ends the exchange when the deadline of its call has passed, without a waiting thread. */
    private Future<?> deadline(Exchange exchange, Call call) {
        try {
            return threads.scheduler()
                    .schedule(() -> exchange.abort(Reason.DEADLINE), nanos(call), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            exchange.abort(Reason.CLOSED);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Completes when the time has passed or the transport is closed, where an asynchronous call completes. */
    @Override
    public CompletableFuture<Void> sleep(Duration time) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        try {
            Future<?> unused =
                    threads.scheduler().schedule(() -> passed.complete(null), time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException alreadyClosed) {
            passed.complete(null);
        }
        return CompletableFuture.anyOf(passed, closed).thenRunAsync(() -> {}, callbacks());
    }

    /** Where an asynchronous call completes. */
    public Executor callbacks() {
        return threads.callbacks();
    }

    private static long nanos(Call call) {
        return TimeUnit.NANOSECONDS.convert(call.remaining());
    }

    /** Returns whether {@link #close} was called: nothing is sent any more then. */
    public boolean isClosed() {
        return isClosed;
    }

    /**
     * Ends running calls at once, as not sent or unknown, and lets connections go. Later calls are not sent. Doing it again
     * does nothing.
     */
    @Override
    public void close() {
        isClosed = true;
        for (Exchange exchange : running) {
            exchange.abort(Reason.CLOSED);
        }
        closed.complete(null);
        threads.close();
        clients.close();
    }

    /** As {@link #close()}, but lets the calls that are on their way end by themselves first, and what hangs on them run. */
    public void close(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(atMost);
        isClosed = true;
        while (System.nanoTime() - end < 0 && !(running.isEmpty() && threads.areIdle())) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        close();
    }

    /** Never holds the key. */
    @Override
    public String toString() {
        return "HttpTransport[" + settings.baseUri() + (isClosed ? ", closed]" : "]");
    }
}
