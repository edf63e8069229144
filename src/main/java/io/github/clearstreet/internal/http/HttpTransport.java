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
public final class HttpTransport implements AutoCloseable {
    private final TransportSettings settings;
    private final TransportThreads threads;
    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @SuppressWarnings(
            "ThreadLocalUsage") // Belongs to one client, and is empty again as soon as Feign has handed the request on.
    private final ThreadLocal<@Nullable Call> current = new ThreadLocal<>();

    private final HttpClients clients;
    private volatile boolean isClosed;

    /**
     * Opens no connection yet.
     *
     * @throws IllegalStateException if the JVM is set to send any request again
     */
    public HttpTransport(TransportSettings settings) {
        ReplayProperty.refuse();
        this.settings = settings;
        this.threads = new TransportThreads(settings);
        this.clients = new HttpClients(settings, System::nanoTime);
    }

    /** What this transport was made from. */
    public TransportSettings settings() {
        return settings;
    }

    /**
     * Runs the function, which uses a generated interface once, so that its request belongs to the call. Feign carries out
     * a request on the thread that asks for it, and its methods have no place for a record of how it went.
     */
    public <T> T within(Call call, Supplier<T> request) {
        current.set(call);
        try {
            return request.get();
        } finally {
            current.remove();
        }
    }

    /** @throws IllegalStateException outside of {@link #within} */
    Call current() {
        Call call = current.get();
        if (call == null) {
            throw new IllegalStateException("Call it through the client; without it nobody would know how it went.");
        }
        return call;
    }

    /** Begins the call and sends its request. Returns at once. */
    Exchange start(Request request, Call call) {
        call.check(request.httpMethod());
        call.begin();
        call.gate().prepare();
        OnceBody body = new OnceBody(Requests.body(request), call.gate()::check, call::leaving);
        HttpRequest httpRequest = Requests.of(request, call, body, settings);
        Exchange exchange = new Exchange(call, body, settings, () -> clients.usesProxy(httpRequest.uri()));
        exchange.whenDecided(() -> running.remove(exchange));
        running.add(exchange);
        call.onCancel(() -> exchange.abort(Reason.CANCELLED));
        if (isClosed) {
            exchange.abort(Reason.CLOSED);
            return exchange;
        }
        if (nanos(call) <= 1) {
            exchange.abort(Reason.DEADLINE);
            return exchange;
        }
        if (call instanceof ReadCall) {
            threads.starter().execute(() -> exchange.send(clients.forRead(), httpRequest));
        } else {
            threads.starter().execute(() -> sendChange(exchange, httpRequest));
        }
        return exchange;
    }

    private void sendChange(Exchange exchange, HttpRequest request) {
        HttpClient client = clients.forChange();
        exchange.whenDecided(clients::changeEnded);
        exchange.send(client, request);
    }

    /** Ends the exchange when the deadline of its call has passed, without a waiting thread. */
    void enforceDeadline(Exchange exchange, Call call) {
        if (exchange.outcome().isDone()) {
            return;
        }
        try {
            Future<?> timer = threads.scheduler()
                    .schedule(() -> exchange.abort(Reason.DEADLINE), nanos(call), TimeUnit.NANOSECONDS);
            exchange.whenDecided(() -> timer.cancel(false));
        } catch (RejectedExecutionException closed) {
            exchange.abort(Reason.CLOSED);
        }
    }

    /** Completes when the time has passed or the transport is closed, where an asynchronous call completes. */
    public CompletableFuture<Void> pause(Duration time) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        try {
            Future<?> unused =
                    threads.scheduler().schedule(() -> passed.complete(null), time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException alreadyClosed) {
            passed.complete(null);
        }
        return CompletableFuture.anyOf(passed, closed).thenRunAsync(() -> {}, callbacks());
    }

    /** Runs what may wait, where an asynchronous call completes. */
    public void runAside(Runnable task) {
        callbacks().execute(task);
    }

    /** Where an asynchronous call completes. */
    Executor callbacks() {
        return threads.callbacks();
    }

    static long nanos(Call call) {
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
