package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import feign.Request;
import feign.Request.HttpMethod;
import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.internal.http.TransportException.Kind;
import io.github.clearstreet.internal.http.TransportException.Reason;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.Sandbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The transport itself, with a scheduler that only the test moves. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpTransportTest {
    private static final Duration DEADLINE = Duration.ofHours(1);

    private final Sandbox sandbox = Sandbox.start();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final HttpTransport transport =
            new HttpTransport(settings(sandbox.baseUrl(), sandbox.apiKey()), new TransportThreads(scheduler));
    private final Call call = another();

    @AfterEach
    void stop() {
        transport.close();
        scheduler.shutdownNow();
        sandbox.close();
    }

    @Test
    void deadline_whenTheSchedulerSaysSo_endsTheCallAsUnknown() throws InterruptedException {
        sandbox.account(19816).position("GOOG", "25");
        Gate gate = new Gate();
        sandbox.nextCall(Fault.held(gate));
        CompletableFuture<?> close = close(call);
        gate.awaitArrival(Duration.ofSeconds(20));

        assertThat(scheduler.delay()).isPositive().isLessThanOrEqualTo(DEADLINE);
        scheduler.fire();

        TransportException failure = failureOf(close);
        assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void deadline_whenTheAnswerWasFaster_isDropped() {
        sandbox.account(19816);

        close(call).join();

        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void cancel_inTheVeryMomentInWhichTheRequestLeaves_isUnknown() {
        sandbox.account(19816);
        MomentOfLeaving moment = new MomentOfLeaving();
        Call leaving = new Call(
                false, OptionalLong.of(19816), DEADLINE, Map.of(), new ApiKey(sandbox.apiKey()).client(), moment);
        moment.then = () -> {
            leaving.cancel();
            moment.seen.complete(TransportException.cancelled(leaving));
        };

        TransportException failure = failureOf(close(leaving));

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(moment.seen.join().kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(leaving.sentAt()).isPresent();
    }

    /** The first time that a call asks for is the one at which its request leaves. */
    private static final class MomentOfLeaving extends Clock {
        private volatile Runnable then = () -> {};
        private final CompletableFuture<TransportException> seen = new CompletableFuture<>();

        @Override
        public Instant instant() {
            Runnable now = then;
            then = () -> {};
            now.run();
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void pause_endsWhenItsTimeHasPassed() {
        CompletableFuture<Void> pause = transport.sleep(Duration.ofMinutes(3));

        assertThat(scheduler.delay()).isEqualTo(Duration.ofMinutes(3));
        assertThat(pause).isNotDone();
        scheduler.fire();

        pause.join();
    }

    @Test
    void pause_endsWhenTheTransportIsClosed() {
        CompletableFuture<Void> pause = transport.sleep(Duration.ofMinutes(3));

        transport.close();

        pause.join();
    }

    @Test
    void pause_whenTheSchedulerIsShut_endsAtOnce() {
        scheduler.shutdownNow();

        transport.sleep(Duration.ofMinutes(3)).join();
    }

    @Test
    void call_whenTheSchedulerIsShut_isEndedRatherThanWithoutADeadline() {
        sandbox.account(19816);
        Gate gate = new Gate();
        sandbox.nextCall(Fault.held(gate));
        scheduler.shutdownNow();

        assertThat(failureOf(close(call)).reason()).isEqualTo(Reason.CLOSED);
        gate.release();
    }

    @Test
    void call_afterTheTransportIsClosed_isNotSent() {
        transport.close();

        assertThat(transport.isClosed()).isTrue();
        assertThat(failureOf(close(call)).kind()).isEqualTo(Kind.NOT_SENT);
    }

    @Test
    void close_endsItsOwnScheduler() {
        HttpTransport own = new HttpTransport(settings(sandbox.baseUrl(), sandbox.apiKey()));
        CompletableFuture<Void> pause = own.sleep(Duration.ofDays(1));

        own.close();

        pause.join();
        own.sleep(Duration.ofDays(1)).join();
    }

    @Test
    void callbacks_runOnDaemonThreadsOfTheClient() {
        CompletableFuture<Thread> thread = CompletableFuture.supplyAsync(Thread::currentThread, transport.callbacks());

        assertThat(thread.join().isDaemon()).isTrue();
        assertThat(thread.join().getName()).startsWith("clearstreet-callback-");
    }

    @Test
    void blockingCall_whenTheThreadIsInterrupted_isSpentAndEndsAtOnce() {
        Thread.currentThread().interrupt();

        TransportException refused = catchThrowableOfType(TransportException.class, WorkThread.CALLING::check);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(refused).hasMessage("Not sent: the calling thread was interrupted");
        assertThat(refused.kind()).isEqualTo(Kind.NOT_SENT);
        WorkThread.CALLING.check();
    }

    @Test
    void blockingCall_whenItFails_isCompleteAndFailsWithATransportException() {
        sandbox.nextCall(Fault.drops());

        CompletableFuture<?> close = transport.send(closeRequest(), call, WorkThread.CALLING);

        assertThat(close).isDone();
        assertThat(failureOf(close)).hasMessage("Outcome unknown: the connection ended before a response arrived");
    }

    @Test
    void response_withoutWhatTheOperationReads_isUnknown() {
        sandbox.nextCall(Fault.empty(200));

        ReceivedResponse empty =
                transport.send(closeRequest(), call, WorkThread.CALLING).join();
        ReceivedResponse unknownAccount =
                transport.send(closeRequest(), another(), WorkThread.CALLING).join();

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> empty.read(PositionsApi.CLOSE_POSITIONS, call))
                .withMessage("Outcome unknown: the response has no body");
        assertThatExceptionOfType(HttpStatusException.class)
                .isThrownBy(() -> unknownAccount.read(PositionsApi.CLOSE_POSITIONS, call))
                .withMessage("The server answered with HTTP status 404");
    }

    @Test
    void call_whenItWasSentBefore_isNotSentAgain() {
        sandbox.account(19816);
        close(call).join();

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> close(call).join())
                .withStackTraceContaining("must not be sent again");
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void toString_namesTheServerAndNeverTheKey() {
        assertThat(transport.settings())
                .hasToString("TransportSettings[baseUri=" + sandbox.baseUrl()
                        + ", connectTimeout=PT10S, maxResponseBytes=67108864]");
        assertThat(transport).hasToString("HttpTransport[" + sandbox.baseUrl() + "]");

        transport.close();

        assertThat(transport).hasToString("HttpTransport[" + sandbox.baseUrl() + ", closed]");
    }

    static TransportSettings settings(URI baseUrl, String key) {
        return new TransportSettings(
                baseUrl, new ApiKey(key), "test", Duration.ofSeconds(10), 64L * 1024 * 1024, null, null, null);
    }

    private Call another() {
        return new Call(
                false,
                OptionalLong.of(19816),
                DEADLINE,
                Map.of(),
                new ApiKey(sandbox.apiKey()).client(),
                Clock.systemUTC());
    }

    private CompletableFuture<?> close(Call asCall) {
        return transport.send(closeRequest(), asCall, WorkThread.CALLBACK);
    }

    private Request closeRequest() {
        return Request.create(
                HttpMethod.DELETE,
                sandbox.baseUrl() + "/v1/accounts/19816/positions",
                Map.of("Content-Type", List.of("application/json")),
                "{}".getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                null);
    }

    private static TransportException failureOf(CompletableFuture<?> call) {
        CompletionException failed = catchThrowableOfType(CompletionException.class, call::join);
        if (failed.getCause() instanceof TransportException failure) {
            return failure;
        }
        throw failed;
    }
}
