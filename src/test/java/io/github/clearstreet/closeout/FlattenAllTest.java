package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Many accounts at once. */
class FlattenAllTest {
    private static final Duration LIMIT = ofSeconds(20);

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flattenAll_givesOneReportForEachAccountInOrder_whateverHappensToTheOthers() {
        Sandbox sandbox = desk.sandbox();
        sandbox.account(1).position("GOOG", "25").behaviour(FILLS);
        sandbox.account(2).position("GOOG", "25").behaviour(OrderBehaviour.rejects("No"));
        sandbox.account(3).position("GOOG", "-5").behaviour(FILLS);

        FlattenAllReport all =
                desk.builder().parallelAccounts(2).build().flattenAll(List.of(3L, 2L, 1L, 4L), VirtualDesk.BROKER);

        assertThat(all.flat()).isFalse();
        assertThat(all.reports()).extracting(FlattenReport::accountId).containsExactly(3L, 2L, 1L, 4L);
        assertThat(all.reports())
                .extracting(FlattenReport::stopReason)
                .containsExactly(
                        StopReason.FLAT, StopReason.ORDER_REJECTED, StopReason.FLAT, StopReason.REQUEST_REJECTED);
        assertThat(all.toString()).contains("Account 3 is flat", "Account 2 is NOT FLAT: ORDER_REJECTED");
        assertThat(all.toJson()).startsWith("{\"flat\":false,\"reports\":[{\"account_id\":3,");
    }

    @Test
    void flattenAll_whenEveryAccountIsFlat_isFlat() {
        desk.sandbox().account(1).position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().account(2);

        assertThat(desk.closeOut()
                        .flattenAll(List.of(1L, 2L), VirtualDesk.BROKER)
                        .flat())
                .isTrue();
    }

    @Test
    void flattenAll_whenInterrupted_reportsAndKeepsTheFlag() {
        desk.sandbox().account(1).position("GOOG", "25");
        Thread.currentThread().interrupt();

        FlattenAllReport all = desk.closeOut().flattenAll(List.of(1L), VirtualDesk.BROKER);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(all.reports()).extracting(FlattenReport::stopReason).containsExactly(StopReason.CANCELLED);
    }

    @Test
    void flattenAll_whenOneRunFails_reportsItAndGoesOn() {
        Sandbox sandbox = desk.sandbox();
        sandbox.account(1).position("GOOG", "25").behaviour(FILLS);
        sandbox.account(2).position("GOOG", "25").behaviour(FILLS);
        boolean[] failed = {false};
        desk.beforeEachPause(() -> {
            if (!failed[0]) {
                failed[0] = true;
                throw new IllegalStateException("a pause of the caller's own that fails");
            }
        });

        FlattenAllReport all =
                desk.builder().parallelAccounts(1).build().flattenAll(List.of(1L, 2L), VirtualDesk.BROKER);

        assertThat(all.reports())
                .extracting(FlattenReport::stopReason)
                .containsExactlyInAnyOrder(StopReason.FAILED, StopReason.FLAT);
        assertThat(all.reports())
                .filteredOn(report -> report.stopReason() == StopReason.FAILED)
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.message()).contains("a pause of the caller's own that fails");
                    assertThat(report.positions()).hasSize(1);
                });
    }

    @Test
    void flattenAll_whenStopped_reportsTheAccountsThatHadNoTurnToo() throws Exception {
        desk.sandbox().account(1).position("GOOG", "25");
        desk.sandbox().account(2).position("GOOG", "25");
        Gate gate = new Gate();
        desk.sandbox().nextCall(Fault.held(gate));
        CloseOutTask<FlattenAllReport> task =
                desk.builder().parallelAccounts(1).build().flattenAllAsync(List.of(1L, 2L), VirtualDesk.BROKER);
        gate.awaitArrival(LIMIT);

        task.stop();
        FlattenAllReport all = task.result().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        gate.release();

        assertThat(all.reports())
                .extracting(FlattenReport::stopReason)
                .containsExactly(StopReason.CANCELLED, StopReason.CANCELLED);
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void flattenAll_withAnAccountTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.closeOut().flattenAll(List.of(1L, 1L), VirtualDesk.BROKER))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.closeOut().flattenAllAsync(List.of(0L), VirtualDesk.BROKER));
    }
}
