package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Several clients of one process, without a journal: the process remembers for them. In real time. */
class OneProcessTest {
    private static final long ACCOUNT = 19816;
    private static final FlattenOptions BROKER = FlattenOptions.defaults().withMethod(ClosingMethod.BROKER);

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private ClearStreet client() {
        return ClearStreet.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .build();
    }

    private static CloseOut closeOut(ClearStreet client) {
        return CloseOut.builder(client)
                .lateExecutionWindow(Duration.ofSeconds(2))
                .positionLag(Duration.ofMillis(100))
                .callDeadline(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(20), Duration.ofMillis(100))
                .build();
    }

    @Test
    void twoClients_shareNoAccount() throws InterruptedException {
        sandbox.account(ACCOUNT).position("GOOG", "25").behaviour(OrderBehaviour.rests());
        CountDownLatch accepted = new CountDownLatch(1);
        try (ClearStreet one = client();
                ClearStreet other = client()) {
            CloseOutTask<FlattenReport> first = closeOut(one)
                    .flattenAsync(ACCOUNT, BROKER.withListener((account, event) -> {
                        if (event.kind() == TimelineEvent.Kind.ACCEPTED) {
                            accepted.countDown();
                        }
                    }));
            accepted.await();

            FlattenReport second = closeOut(other).flatten(ACCOUNT, BROKER);

            assertThat(second.stopReason()).isEqualTo(StopReason.ALREADY_RUNNING);
            sandbox.account(ACCOUNT).fillAll();
            assertThat(first.result().join().flat()).isTrue();
        }
        assertThat(sandbox.requests().stream()
                        .filter(request -> !request.method().equals("GET")))
                .hasSize(1);
    }

    @Test
    void aClientAfterAClosedOne_knowsWhatThatLeftUnresolved() {
        sandbox.account(ACCOUNT)
                .position("GOOG", "25")
                .behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(Duration.ofMillis(300))));
        sandbox.nextCall("close_positions", Fault.drops().executingLater(Duration.ofMillis(1_500)));
        try (ClearStreet first = client()) {
            FlattenReport report = closeOut(first).flatten(ACCOUNT, BROKER.withDeadline(Duration.ofMillis(1_400)));
            assertThat(report.flat()).isFalse();
        }

        try (ClearStreet second = client()) {
            assertThat(closeOut(second).flatten(ACCOUNT, BROKER).flat()).isTrue();
        }

        assertThat(sandbox.account(ACCOUNT).positionChanges()).noneMatch(PositionChange::crossesZero);
        assertThat(sandbox.requests().stream()
                        .filter(request -> !request.method().equals("GET")))
                .hasSize(1);
    }
}
