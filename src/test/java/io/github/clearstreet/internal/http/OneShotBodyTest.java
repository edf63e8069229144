package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What java.net.http does with a body, played by hand: it makes no second attempt that a test could provoke. */
class OneShotBodyTest {
    private final AtomicInteger departures = new AtomicInteger();

    /** It notes the time when the request leaves. */
    private final Call call = new Call(
            false,
            OptionalLong.empty(),
            Duration.ofSeconds(1),
            Map.of(),
            Credentials.NONE,
            new CountingClock(departures));

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void contentLength_whenAskedByASecondAttempt_stopsItBeforeItsHeaders(String text) {
        OneShotBody body = body(text);

        assertThat(body.contentLength()).isEqualTo(text.length());

        assertThatIllegalStateException().isThrownBy(body::contentLength);
        assertThat(departures).hasValue(1);
    }

    @Test
    void contentLength_whenTheBodyIsSealed_letsNothingLeave() {
        OneShotBody body = body("{}");

        assertThat(body.seal()).isTrue();

        assertThatIllegalStateException().isThrownBy(body::contentLength);
        assertThat(departures).hasValue(0);
    }

    @Test
    void seal_whenTheHeadersHaveLeft_saysThatTheRequestMayHaveLeft() {
        OneShotBody body = body("");

        assertThat(body.contentLength()).isZero();

        assertThat(body.seal()).isFalse();
    }

    @Test
    void subscribe_whenNobodyAskedForTheLength_isALeavingToo() {
        OneShotBody body = body("{}");

        assertThat(read(body)).isEqualTo("{}");

        assertThat(departures).hasValue(1);
        assertThat(body.seal()).isFalse();
        assertThatIllegalStateException().isThrownBy(body::contentLength);
    }

    @Test
    void subscribe_whenTheBodyIsSealed_letsNothingLeave() {
        OneShotBody body = body("{}");
        assertThat(body.seal()).isTrue();
        assertThat(body.seal()).isTrue();

        assertThatIllegalStateException().isThrownBy(() -> read(body));
        assertThat(departures).hasValue(0);
    }

    @Test
    void subscribe_whenDoneTwice_sendsTheBodyOnce() {
        OneShotBody body = body("{}");
        assertThat(body.contentLength()).isEqualTo(2);

        assertThat(read(body)).isEqualTo("{}");

        assertThatIllegalStateException().isThrownBy(() -> read(body));
        assertThat(departures).hasValue(1);
    }

    private OneShotBody body(String text) {
        return new OneShotBody(text.getBytes(StandardCharsets.UTF_8), call);
    }

    private static final class CountingClock extends Clock {
        private final AtomicInteger count;

        CountingClock(AtomicInteger count) {
            this.count = count;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            count.incrementAndGet();
            return Instant.EPOCH;
        }
    }

    private static String read(OneShotBody body) {
        var text = BodySubscribers.ofString(StandardCharsets.UTF_8);
        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                text.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                text.onNext(List.of(bytes));
            }

            @Override
            public void onError(Throwable failure) {
                text.onError(failure);
            }

            @Override
            public void onComplete() {
                text.onComplete();
            }
        });
        return text.getBody().toCompletableFuture().join();
    }
}
