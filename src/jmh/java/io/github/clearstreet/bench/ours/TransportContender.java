package io.github.clearstreet.bench.ours;

import feign.Request;
import feign.RequestTemplate;
import io.github.clearstreet.bench.Contender;
import io.github.clearstreet.bench.limit.LimitAnswer;
import io.github.clearstreet.bench.limit.LimitContender;
import io.github.clearstreet.internal.http.ApiKey;
import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.http.HttpTransport;
import io.github.clearstreet.internal.http.ReceivedResponse;
import io.github.clearstreet.internal.http.TransportSettings;
import io.github.clearstreet.internal.http.WorkThread;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * This client's transport alone, which decodes as limit does: what it takes beyond limit is the deadline over the body and the
 * knowledge whether a request was sent; what ours takes beyond it are Feign, the facade and tolerant reading.
 */
public final class TransportContender implements Contender<LimitAnswer> {
    private static final ApiKey KEY = new ApiKey("id.secret");
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, Collection<String>> HEADERS =
            Map.of("Content-Type", List.of("application/json"), "Accept", List.of("application/json"));

    private final LimitContender reader;
    private final HttpTransport transport;
    private final String baseUrl;

    public TransportContender(String baseUrl) {
        this.baseUrl = baseUrl;
        this.reader = new LimitContender(baseUrl);
        this.transport = new HttpTransport(new TransportSettings(
                URI.create(baseUrl), KEY, "transport", CONNECT_TIMEOUT, 64 << 20, null, null, null));
    }

    @Override
    public LimitAnswer decode(byte[] json) {
        return reader.decode(json);
    }

    @Override
    public long checksum(LimitAnswer answer) {
        return reader.checksum(answer);
    }

    @Override
    public LimitAnswer call(int orders) {
        return decode(send(orders, WorkThread.CALLING).join().body().toArray());
    }

    @Override
    public CompletableFuture<LimitAnswer> callAsync(int orders) {
        return send(orders, WorkThread.CALLBACK)
                .thenApply(response -> decode(response.body().toArray()));
    }

    private CompletableFuture<ReceivedResponse> send(int account, WorkThread thread) {
        Request request = Request.create(
                Request.HttpMethod.DELETE,
                baseUrl + "/v1/accounts/" + account + "/positions",
                HEADERS,
                Request.Body.create(BODY),
                new RequestTemplate());
        Call call = new Call(
                false, OptionalLong.of(account), Duration.ofSeconds(30), Map.of(), KEY.client(), Clock.systemUTC());
        return transport.send(request, call, thread);
    }

    @Override
    public void close() {
        transport.close();
    }
}
