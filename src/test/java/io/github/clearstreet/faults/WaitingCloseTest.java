package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing a client while calls are on their way. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaitingCloseTest {
    @Test
    void close_thatWaits_letsTheCallEndAndWhatHangsOnItRun() throws InterruptedException {
        try (FaultServer server = new FaultServer(GoodAnswer.INSTANCE)) {
            ClearStreet client = Caller.settings(server.uri()).build();
            AtomicBoolean told = new AtomicBoolean();
            CompletableFuture<?> close =
                    client.positions().async().closePositions(Caller.ACCOUNT).thenAccept(response -> told.set(true));

            client.close(Duration.ofSeconds(30));

            assertThat(close).isCompleted();
            assertThat(told).isTrue();
            assertThat(client.isClosed()).isTrue();
            assertThatThrownBy(() -> client.positions().closePositions(Caller.ACCOUNT))
                    .isInstanceOf(NotSentException.class);
        }
    }

    @Test
    void close_thatWaitsInVain_endsTheCallAsUnknown() throws InterruptedException {
        try (FaultServer server = new FaultServer((c, r, n) -> c.stall())) {
            ClearStreet client = Caller.settings(server.uri()).build();
            CompletableFuture<?> close = client.positions().async().closePositions(Caller.ACCOUNT);
            server.awaitArrival();

            client.close(Duration.ofMillis(1));

            assertThat(close)
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withCauseInstanceOf(OutcomeUnknownException.class);
        }
    }
}
