package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallListenerTest {
    private static final long ACCOUNT = 19816;

    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void listener_hearsTheStartAndTheEndOfAnAcceptedCall() {
        Recorder recorder = new Recorder();
        sandbox.account(ACCOUNT);

        try (ClearStreet clearStreet = client(recorder)) {
            clearStreet.positions().closePositions(ACCOUNT);
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

    @Test
    void listener_hearsOfAFailureWhatTheCallerSees() {
        Recorder recorder = new Recorder();
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.error(500, "oops"));

        try (ClearStreet clearStreet = client(recorder)) {
            OutcomeUnknownException e = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> clearStreet.positions().closePositions(ACCOUNT));
            assertThat(recorder.ends).singleElement().satisfies(end -> {
                assertThat(end.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(end.failure().orElseThrow()).isSameAs(e);
                assertThat(end.requestId()).isEqualTo(e.requestId());
            });
        }
    }

    @Test
    void listener_whenItThrows_doesNotChangeTheCall() {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        try (ClearStreet clearStreet = client(new BrokenListener())) {
            assertThat(clearStreet.positions().closePositions(ACCOUNT).data()).hasSize(1);
        }
    }

    private ClearStreet client(CallListener listener) {
        return ClearStreet.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .listener(listener)
                .build();
    }

    private static final class Recorder implements CallListener {
        private final List<Start> starts = new ArrayList<>();
        private final List<End> ends = new ArrayList<>();

        @Override
        public void onStart(Start start) {
            starts.add(start);
        }

        @Override
        public void onEnd(End end) {
            ends.add(end);
        }
    }
}
