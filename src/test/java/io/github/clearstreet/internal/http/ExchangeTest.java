package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.internal.http.TransportException.Reason;
import io.github.clearstreet.sandbox.DirectHttp;
import io.github.clearstreet.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One exchange, without a network. */
class ExchangeTest {
    private static final byte[] REFUSAL =
            "{\"error\":{\"code\":400},\"data\":[{\"id\":\"1\"}]}".getBytes(StandardCharsets.UTF_8);
    private static final int ROUNDS = 2_000;

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final TransportSettings settings = HttpTransportTest.settings(sandbox.baseUrl(), sandbox.apiKey());
    private final HttpClients clients = new HttpClients(settings, System::nanoTime, () -> new DirectHttp(sandbox));

    /** Whether a refusal has orders beside it decides what is known, so its body must not get lost between two threads. */
    @Test
    void abort_inTheVeryMomentInWhichARefusalEnds_leavesItsWholeBody() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        for (int round = 0; round < ROUNDS; round++) {
            Exchange exchange = exchange();
            BodySubscriber<Void> reader = exchange.apply(new BadRequest());
            reader.onSubscribe(new Endless());
            reader.onNext(List.of(ByteBuffer.wrap(REFUSAL)));
            Thread deadline = new Thread(() -> {
                meet(start);
                exchange.abort(Reason.DEADLINE);
            });
            deadline.start();
            meet(start);
            reader.onComplete();
            deadline.join();

            assertThat(exchange.outcome().join().body().length()).isEqualTo(REFUSAL.length);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Exchange exchange() {
        Call call = new Call(
                false,
                OptionalLong.of(19816),
                Duration.ofHours(1),
                Map.of(),
                settings.apiKey().client(),
                Clock.systemUTC());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/")).build();
        return new Exchange(call, new OneShotBody(new byte[0], call), request, settings, clients);
    }

    private record BadRequest() implements ResponseInfo {
        @Override
        public int statusCode() {
            return 400;
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of(), (name, value) -> true);
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    private record Endless() implements Flow.Subscription {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
