package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallListenerTest {
    private static final long ACCOUNT = 19816;

    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void listener_hearsTheStartAndTheEndOfAnAcceptedCall(CallStyle style) {
        Recorder recorder = new Recorder();
        sandbox.account(ACCOUNT);

        try (ClearStreet clearStreet = client(recorder)) {
            style.positions(clearStreet).closePositions(ACCOUNT);
        }

        CallListener.Start start = recorder.starts.get(0);
        CallListener.End end = recorder.ends.get(0);
        assertThat(recorder.starts).hasSize(1);
        assertThat(recorder.ends).hasSize(1);
        assertThat(start.operation()).isEqualTo("close_positions");
        assertThat(start.accountId()).hasValue(ACCOUNT);
        assertThat(start.startedAt()).isNotNull();
        assertThat(end.start()).isSameAs(start);
        assertThat(end.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(end.status()).hasValue(200);
        assertThat(end.requestId()).contains(sandbox.requests().get(0).requestId());
        assertThat(end.elapsed()).isPositive();
        assertThat(end.failure()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void listener_hearsOfAFailureWhatTheCallerSees(CallStyle style) {
        Recorder recorder = new Recorder();
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.error(500, "oops"));

        try (ClearStreet clearStreet = client(recorder)) {
            OutcomeUnknownException e = catchThrowableOfType(
                    OutcomeUnknownException.class,
                    () -> style.positions(clearStreet).closePositions(ACCOUNT));
            assertThat(recorder.ends).singleElement().satisfies(end -> {
                assertThat(end.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(end.failure().orElseThrow()).isSameAs(e);
                assertThat(end.requestId()).isEqualTo(e.requestId());
            });
        }
    }

    static List<Throwable> whateverCanBeThrown() {
        return List.of(
                new IllegalStateException("no meter"),
                new IOException("No space left on device"),
                new AssertionError("not me"),
                new NoClassDefFoundError("a/Backend"),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"));
    }

    @ParameterizedTest
    @MethodSource("whateverCanBeThrown")
    void listener_whenItThrows_changesNoOutcome(Throwable thrown) {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        try (ClearStreet clearStreet = client(new BrokenListener(() -> thrown))) {
            for (CallStyle style : CallStyle.values()) {
                CallStyle.StyledPositions positions = style.positions(clearStreet);
                assertThat(positions.closePositions(ACCOUNT).data()).hasSize(1);
                sandbox.nextCall(Fault.error(500, "oops"));
                assertThatThrownBy(() -> positions.closePositions(ACCOUNT)).isInstanceOf(OutcomeUnknownException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("whateverCanBeThrown")
    void listener_whenItThrowsAtACancel_changesNoOutcome(Throwable thrown) {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        sandbox.nextCall(Fault.held(new Gate()));
        try (ClearStreet clearStreet = client(new BrokenListener(() -> thrown))) {
            CompletableFuture<?> close = clearStreet.positions().async().closePositions(ACCOUNT);

            assertThat(close.cancel(true)).isTrue();
            assertThat(close).isCancelled();
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void read_thatIsRepeated_countsOnceAndAsWhatTheCallerSees(CallStyle style) {
        Recorder recorder = new Recorder();
        sandbox.account(ACCOUNT).position("GOOG", "25");
        sandbox.nextCall(Fault.error(503, "Busy"));

        try (ClearStreet clearStreet = client(recorder)) {
            assertThat(style.positions(clearStreet).getPositions(ACCOUNT)).hasSize(1);
            style.positions(clearStreet).closePositions(ACCOUNT);
        }

        assertThat(recorder.starts).extracting(CallListener.Start::callId).containsExactly(1L, 1L, 2L);
        assertThat(recorder.starts).extracting(CallListener.Start::attempt).containsExactly(1, 2, 1);
        assertThat(recorder.starts).extracting(CallListener.Start::isRead).containsExactly(true, true, false);
        assertThat(recorder.starts).extracting(CallListener.Start::method).containsExactly("GET", "GET", "DELETE");
        assertThat(recorder.starts).extracting(CallListener.Start::host).containsOnly("127.0.0.1");
        assertThat(recorder.ends)
                .extracting(CallListener.End::outcome)
                .containsExactly(Outcome.UNKNOWN, Outcome.ACCEPTED, Outcome.ACCEPTED);
        assertThat(recorder.ends).extracting(CallListener.End::bytesSent).containsExactly(0L, 0L, 2L);
        assertThat(recorder.ends).extracting(CallListener.End::bytesReceived).allMatch(bytes -> bytes > 20);
        assertThat(recorder.callEnds)
                .extracting(CallListener.CallEnd::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED);
        assertThat(recorder.callEnds.get(0).last()).isSameAs(recorder.starts.get(1));
        assertThat(recorder.callEnds.get(0).elapsed())
                .isGreaterThanOrEqualTo(recorder.ends.get(1).elapsed());
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void call_whenItFails_endsWithWhatTheCallerSees(CallStyle style) {
        Recorder recorder = new Recorder();
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.drops());
        try (ClearStreet clearStreet = client(recorder)) {
            OutcomeUnknownException failure = catchThrowableOfType(
                    OutcomeUnknownException.class,
                    () -> style.positions(clearStreet).closePositions(ACCOUNT));

            assertThat(recorder.callEnds)
                    .singleElement()
                    .satisfies(end -> assertThat(end.failure()).containsSame(failure));
        }
    }

    @Test
    void call_whenItIsCancelled_endsOnceWithTheCauseOfTheCancellation() {
        Recorder recorder = new Recorder();
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.held(new Gate()));
        try (ClearStreet clearStreet = client(recorder)) {
            CompletableFuture<?> close = clearStreet.positions().async().closePositions(ACCOUNT);
            close.cancel(true);

            CancellationException cancelled = catchThrowableOfType(CancellationException.class, close::join);
            assertThat(recorder.callEnds)
                    .singleElement()
                    .satisfies(end -> assertThat(end.failure()).containsSame(amongTheCauses(cancelled)));
            assertThat(recorder.ends).hasSize(1);
        }
    }

    /** Newer JDKs wrap the exception of a cancelled future once more. */
    private static ClearStreetException amongTheCauses(Throwable failure) {
        Throwable cause = Objects.requireNonNull(failure.getCause());
        return cause instanceof ClearStreetException ours ? ours : amongTheCauses(cause);
    }

    @Test
    void call_whenItsFutureIsCompletedFromOutside_endsOnce() {
        Recorder recorder = new Recorder();
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.held(new Gate()));
        try (ClearStreet clearStreet = client(recorder)) {
            var close = clearStreet.positions().async().closePositions(ACCOUNT);
            close.completeExceptionally(new IllegalStateException("enough"));

            assertThat(recorder.callEnds)
                    .singleElement()
                    .satisfies(end -> assertThat(end.outcome()).isNotEqualTo(Outcome.ACCEPTED));
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void traceparent_thatTheCallerAdds_isSent(CallStyle style) {
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        sandbox.account(ACCOUNT);
        try (ClearStreet clearStreet = client(end -> {})) {
            CallOptions traced = CallOptions.defaults().withHeader("traceparent", traceparent);
            style.positions(clearStreet).withOptions(traced).closePositions(ACCOUNT);
        }
        assertThat(sandbox.requests().get(0).header("traceparent")).contains(traceparent);
    }

    private ClearStreet client(CallListener listener) {
        return VirtualPauses.in(ClearStreet.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl())
                        .listener(listener))
                .build();
    }

    private static final class Recorder implements CallListener {
        private final List<Start> starts = new ArrayList<>();
        private final List<End> ends = new ArrayList<>();
        private final List<CallEnd> callEnds = new ArrayList<>();

        @Override
        public void onStart(Start start) {
            starts.add(start);
        }

        @Override
        public void onEnd(End end) {
            ends.add(end);
        }

        @Override
        public void onCallEnd(CallEnd end) {
            callEnds.add(end);
        }
    }
}
