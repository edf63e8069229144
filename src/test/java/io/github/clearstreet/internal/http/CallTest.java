package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.clearstreet.internal.http.TransportException.Kind;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Call call = call(OptionalLong.of(19816));
    private final AtomicInteger aborts = new AtomicInteger();

    @Test
    void begin_canBeDoneOnce() {
        call.begin();

        assertThatIllegalStateException().isThrownBy(call::begin).withMessageContaining("must not be sent again");
    }

    @Test
    void sentAt_isEmptyAsLongAsNothingLeft() {
        assertThat(call.sentAt()).isEmpty();
        assertThat(call.requestMayHaveLeft()).isFalse();
        assertThat(TransportException.cancelled(call).kind()).isEqualTo(Kind.NOT_SENT);

        call.leaving();

        assertThat(call.sentAt()).contains(NOW);
        assertThat(call.requestMayHaveLeft()).isTrue();
        assertThat(TransportException.cancelled(call).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void cancel_whileTheCallRuns_abortsIt() {
        call.onCancel(aborts::incrementAndGet);

        call.cancel();

        assertThat(aborts).hasValue(1);
    }

    @Test
    void cancel_beforeTheCallRuns_abortsItAtItsStart() {
        call.cancel();

        call.onCancel(aborts::incrementAndGet);

        assertThat(aborts).hasValue(1);
    }

    @Test
    void cancel_afterTheEnd_doesNothing() {
        call.onCancel(aborts::incrementAndGet);
        call.end();

        call.cancel();

        assertThat(aborts).hasValue(0);
    }

    @Test
    void body_isBoundedAndCanBeForgotten() {
        assertThat(call.body()).isEmpty();
        call.keepBody(new byte[0], 0);
        assertThat(call.body()).isEmpty();

        call.keepBody("x".repeat(ResponseBody.KEPT_BYTES + 1).getBytes(StandardCharsets.UTF_8), 100_000);
        assertThat(call.body()).contains("x".repeat(ResponseBody.KEPT_BYTES));

        call.forgetBody();
        assertThat(call.body()).isEmpty();
    }

    @Test
    void toString_saysHowTheCallWentAndNoHeader() {
        assertThat(call).hasToString("Call[accountId=19816, deadline=PT30S, sent=false, status=none]");

        call.leaving();
        call.responded(200, HttpHeaders.of(Map.of(), (name, value) -> true));

        assertThat(call).hasToString("Call[accountId=19816, deadline=PT30S, sent=true, status=200]");
        assertThat(call(OptionalLong.empty())).asString().contains("accountId=none");
        assertThat(call.status()).hasValue(200);
    }

    @Test
    void deadline_mustBeMoreThanZero() {
        for (Duration deadline : new Duration[] {Duration.ZERO, Duration.ofNanos(-1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Call(
                            false, OptionalLong.empty(), deadline, Map.of(), Credentials.NONE, Clock.systemUTC()));
        }
    }

    private static Call call(OptionalLong accountId) {
        return new Call(
                false,
                accountId,
                Duration.ofSeconds(30),
                Map.of("X-Token", "hunter2"),
                Credentials.NONE,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
