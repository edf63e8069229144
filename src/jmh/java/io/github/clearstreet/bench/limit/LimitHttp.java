package io.github.clearstreet.bench.limit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** java.net.http as it must be set for at most one request: the same settings as our own transport. */
final class LimitHttp {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final String baseUrl;
    private final HttpClient client;

    LimitHttp(String baseUrl) {
        this.baseUrl = baseUrl;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Waits as HttpClient.send does, on the caller's thread: {@code sendAsync} and {@code get} would start a thread for each
     * call on a machine with two cores. Its timeout ends at the headers.
     */
    byte[] send(int account) {
        try {
            return body(client.send(request(account), head -> new BoundedBody()));
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException("the outcome is unknown", e);
        }
    }

    CompletableFuture<byte[]> sendAsync(int account) {
        return start(account).orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).thenApply(LimitHttp::body);
    }

    private CompletableFuture<HttpResponse<byte[]>> start(int account) {
        return client.sendAsync(request(account), head -> new BoundedBody());
    }

    private HttpRequest request(int account) {
        return HttpRequest.newBuilder(URI.create(baseUrl + "/v1/accounts/" + account + "/positions"))
                .method("DELETE", new OnceBody(BODY))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("User-Agent", "limit")
                .header("Authorization", "Bearer id.secret")
                .timeout(DEADLINE)
                .build();
    }

    private static byte[] body(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        return response.body();
    }
}
