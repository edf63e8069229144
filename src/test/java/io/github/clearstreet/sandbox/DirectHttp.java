package io.github.clearstreet.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Takes each request to a sandbox on the caller's thread, without a network: for thousands of runs in which only what is sent
 * and what comes back matters. Thread-safe.
 */
public final class DirectHttp extends HttpClient {
    private final Sandbox sandbox;

    /** Sends nothing yet. */
    public DirectHttp(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        try {
            WireResponse response = sandbox.handle(received(request));
            if (response.delivery() == WireResponse.Delivery.NOTHING) {
                throw new IOException("HTTP/1.1 header parser received no bytes", new EOFException());
            }
            Head head = new Head(response.response());
            deliver(response, handler.apply(head));
        } catch (IOException | InterruptedException e) {
            return CompletableFuture.failedFuture(e);
        }
        return new CompletableFuture<>(); // the subscriber has it all
    }

    private static WireRequest received(HttpRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers().map());
        headers.put("Host", List.of(request.uri().getAuthority()));
        Body body = new Body();
        request.bodyPublisher().filter(any -> any.contentLength() != 0).ifPresent(any -> any.subscribe(body));
        String query = request.uri().getRawQuery();
        String target = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        return new WireRequest(request.method(), URI.create(target), false, headers, body.bytes);
    }

    private static <T> void deliver(WireResponse response, BodySubscriber<T> subscriber) {
        byte[] body = response.response().body().getBytes(StandardCharsets.UTF_8);
        boolean whole = response.delivery() == WireResponse.Delivery.WHOLE;
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(body, 0, whole ? body.length : body.length / 2)));
        if (whole) {
            subscriber.onComplete();
        } else {
            subscriber.onError(new IOException("closed", new EOFException("EOF reached while reading")));
        }
    }

    /** The head of a response. */
    private record Head(SandboxResponse response) implements ResponseInfo {
        @Override
        public int statusCode() {
            return response.status();
        }

        @Override
        public HttpHeaders headers() {
            Map<String, List<String>> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().forEach((name, value) -> lines.put(name, List.of(value)));
            return HttpHeaders.of(lines, (name, value) -> true);
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    /** The body of a request, which comes at once. */
    private static final class Body implements Flow.Subscriber<ByteBuffer> {
        private byte[] bytes = new byte[0];

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + buffer.remaining());
            buffer.get(bytes, before, buffer.remaining());
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void onComplete() {}
    }

    // ---- What nobody asks for

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SSLParameters sslParameters() {
        return new SSLParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
