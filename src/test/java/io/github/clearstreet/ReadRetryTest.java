package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.clearstreet.internal.http.RetryPolicy;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a read is tried again, how long it waits, and what ends it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadRetryTest {
    private static final long ACCOUNT = 19816;

    /** Draws the largest pause that there can be. */
    private static final Random LONGEST = new Random() {
        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final Sandbox sandbox = Sandbox.start();
    private final VirtualPauses pauses = new VirtualPauses();
    private final List<CallListener.End> ends = new CopyOnWriteArrayList<>();
    private final List<CallListener.CallEnd> calls = new CopyOnWriteArrayList<>();
    private final ClearStreetBuilder settings = ClearStreet.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .listener(new CallListener() {
                @Override
                public void onEnd(End end) {
                    ends.add(end);
                }

                @Override
                public void onCallEnd(CallEnd end) {
                    calls.add(end);
                }
            })
            .random(LONGEST)
            .sleeper(pauses);
    private final String orderId = orderId();

    private String orderId() {
        sandbox.account(ACCOUNT).openOrder(OrderTicket.buy("AAPL", "10"));
        return sandbox.account(ACCOUNT).orders().get(0).id();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_thatFailsAgainAndAgain_waitsTwiceAsLongEachTime(CallStyle style) {
        fail(9, Fault.error(503, "Later."));

        assertThat(failure(style, settings.readAttempts(9))).isInstanceOf(OutcomeUnknownException.class);

        assertThat(pauses.all())
                .extracting(Duration::toMillis)
                .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L);
        assertThat(sandbox.requests()).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_drawsEachPauseBetweenZeroAndItsBound(CallStyle style) {
        fail(4, Fault.drops());
        Random half = new Random() {
            @Override
            public long nextLong(long bound) {
                return bound / 2;
            }
        };

        assertThat(failure(style, settings.random(half))).isInstanceOf(OutcomeUnknownException.class);

        assertThat(pauses.all()).extracting(Duration::toMillis).containsExactly(125L, 250L, 500L);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_whenTheServerNamesATime_waitsAtLeastThatLong(CallStyle style) {
        sandbox.nextCall(Fault.error(429, "Slow down.").retryAfter("3"));
        sandbox.nextCall(Fault.error(503, "Later.").retryAfter("0"));

        assertThat(read(style, settings).data().id()).isEqualTo(orderId);

        assertThat(pauses.all()).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(500));
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_whenTheServerNamesATimeBeyondTheDeadline_failsAtOnce(CallStyle style) {
        sandbox.nextCall(Fault.error(429, "Slow down.").retryAfter("30"));

        Throwable failure = failure(style, settings.deadline(Duration.ofSeconds(30)));

        assertThat(failure).isInstanceOfSatisfying(RejectedException.class, e -> {
            assertThat(e.retryAfter()).contains(Duration.ofSeconds(30));
            assertThat(e).hasMessageContaining("Nothing was changed; it may be repeated.");
        });
        assertThat(pauses.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_neverPausesBeyondItsDeadline(CallStyle style) {
        fail(20, Fault.error(502, "Bad gateway."));

        failure(style, settings.readAttempts(20).deadline(Duration.ofSeconds(5)));

        assertThat(pauses.all().stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(5));
        assertThat(sandbox.requests()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void listener_hearsOfEachAttempt(CallStyle style) {
        fail(2, Fault.error(504, "Gateway timeout."));

        read(style, settings);

        assertThat(ends)
                .extracting(CallListener.End::outcome)
                .containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.ACCEPTED);
        assertThat(ends).allMatch(end -> end.start().operation().equals("get_order_by_id"));
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_whenAnotherAttemptWouldNotHelp_isNotTriedAgain(CallStyle style) {
        for (int status : new int[] {400, 401, 403, 404, 409, 422, 500, 501}) {
            sandbox.nextCall(Fault.error(status, "No."));
            int before = sandbox.requests().size();

            assertThat(failure(style, settings)).as("status %d", status).isInstanceOf(ClearStreetException.class);

            assertThat(sandbox.requests()).as("status %d", status).hasSize(before + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_whenNothingListens_isTriedAgainAndSaysThatItWasNotSent(CallStyle style) {
        sandbox.close();

        assertThat(failure(style, settings))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("Nothing was changed; it may be repeated.");
        assertThat(ends).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_whenALaterAttemptSucceeds_givesItsResponse(CallStyle style) {
        fail(3, Fault.drops());

        assertThat(read(style, settings).data().id()).isEqualTo(orderId);

        assertThat(pauses.all()).hasSize(3);
        assertThat(sandbox.requests()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_whenAllAttemptsFail_failsWithTheLastFailure(CallStyle style) {
        fail(4, Fault.error(503, "Later."));

        assertThat(failure(style, settings)).isSameAs(ends.get(3).failure().orElseThrow());
    }

    @Test
    void async_whenCancelledBetweenTwoAttempts_sendsNoMore() {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        CompletableFuture<Void> pausing = new CompletableFuture<>();
        fail(1, Fault.error(503, "Later."));
        RetryPolicy.Sleeper endless = time -> {
            pausing.complete(null);
            return pause;
        };
        try (ClearStreet clearStreet = settings.sleeper(endless).build()) {
            CompletableFuture<ApiResponse<Order>> read =
                    clearStreet.orders().async().getOrderById(ACCOUNT, orderId);
            pausing.join();

            assertThat(read.cancel(true)).isTrue();
            pause.complete(null);

            assertThat(read).isCancelled();
            assertThat(rootOf(catchThrowable(read::join))).isInstanceOf(OutcomeUnknownException.class);
        }
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void async_whenCancelledDuringAnAttempt_endsItAndNamesTheUnknownOutcome() throws InterruptedException {
        try (ClearStreet clearStreet = settings.build()) {
            CompletableFuture<ApiResponse<Order>> read = heldRead(clearStreet);

            assertThat(read.cancel(true)).isTrue();

            assertThat(read).isCancelled();
            assertThat(rootOf(catchThrowable(read::join))).isInstanceOf(OutcomeUnknownException.class);
            assertThat(ends).extracting(CallListener.End::outcome).containsExactly(Outcome.UNKNOWN);
        }
    }

    @Test
    void async_whenCompletedByTheCallerDuringAnAttempt_endsItToo() throws InterruptedException {
        try (ClearStreet clearStreet = settings.build()) {
            heldRead(clearStreet).completeExceptionally(new TimeoutException());

            assertThat(ends).extracting(CallListener.End::outcome).containsExactly(Outcome.UNKNOWN);
        }
    }

    @Test
    void async_whenCancelledAfterItsEnd_changesNothing() {
        try (ClearStreet clearStreet = settings.build()) {
            CompletableFuture<ApiResponse<Order>> read =
                    clearStreet.orders().async().getOrderById(ACCOUNT, orderId);
            read.join();

            assertThat(read.cancel(true)).isFalse();
            assertThat(read).isCompleted();
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_whenItPauses_waitsForTheEndOfThePause(CallStyle style) {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        fail(1, Fault.error(503, "Later."));

        read(style, settings.sleeper(time -> pause.completeOnTimeout(null, 200, TimeUnit.MILLISECONDS)));

        assertThat(pause).isCompleted();
    }

    @Test
    void async_whenCompletedByTheCaller_sendsNoMore() {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        CompletableFuture<Void> pausing = new CompletableFuture<>();
        fail(1, Fault.drops());
        RetryPolicy.Sleeper endless = time -> {
            pausing.complete(null);
            return pause;
        };
        try (ClearStreet clearStreet = settings.sleeper(endless).build()) {
            CompletableFuture<ApiResponse<Order>> read =
                    clearStreet.orders().async().getOrderById(ACCOUNT, orderId);
            pausing.join();

            read.completeExceptionally(new IllegalStateException("enough"));
            pause.complete(null);
        }
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).failure()).isPresent();
    }

    @Test
    void read_whenInterruptedWhilePausing_isNotSentAgainAndStaysInterrupted() {
        Thread reader = Thread.currentThread();
        RetryPolicy.Sleeper interrupting = time -> {
            reader.interrupt();
            return new CompletableFuture<>();
        };
        fail(1, Fault.error(503, "Later."));

        Throwable failure = failure(CallStyle.BLOCKING, settings.sleeper(interrupting));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(NotSentException.class).hasMessageContaining("interrupted");
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void close_whenAReadIsPausing_endsIt() {
        CompletableFuture<Void> firstEnd = new CompletableFuture<>();
        ClearStreetBuilder real = ClearStreet.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .deadline(Duration.ofDays(1))
                .listener(end -> firstEnd.complete(null));
        fail(1, Fault.error(503, "Later.").retryAfter("3600"));
        ClearStreet clearStreet = real.build();
        CompletableFuture<Void> closer = firstEnd.thenRunAsync(clearStreet::close);
        CompletableFuture<ApiResponse<Order>> read =
                clearStreet.orders().async().getOrderById(ACCOUNT, orderId);

        assertThat(rootOf(catchThrowable(read::join)))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("closed");
        closer.join();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 21})
    void readAttempts_whenOutOfRange_areRefused(int attempts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.readAttempts(attempts))
                .withMessageContaining("from 1 to 20");
    }

    private void fail(int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            sandbox.nextCall(fault);
        }
    }

    private CompletableFuture<ApiResponse<Order>> heldRead(ClearStreet clearStreet) throws InterruptedException {
        Gate gate = new Gate();
        sandbox.nextCall(Fault.held(gate));
        CompletableFuture<ApiResponse<Order>> read =
                clearStreet.orders().async().getOrderById(ACCOUNT, orderId);
        gate.awaitArrival(Duration.ofSeconds(20));
        return read;
    }

    private ApiResponse<Order> read(CallStyle style, ClearStreetBuilder builder) {
        try (ClearStreet clearStreet = builder.build()) {
            return style.orders(clearStreet).getOrderById(ACCOUNT, orderId);
        }
    }

    private Throwable failure(CallStyle style, ClearStreetBuilder builder) {
        return catchThrowable(() -> read(style, builder));
    }

    /** The deepest ClearStreetException; newer JDKs wrap exceptions of cancelled futures once more. */
    private static Throwable rootOf(Throwable thrown) {
        Throwable found = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            found = cause instanceof ClearStreetException ? cause : found;
        }
        if (found == null) {
            throw new IllegalStateException("no failure of the client", thrown);
        }
        return found;
    }
}
