package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** StopDecision runs from outside. */
class StopTest {
    private static final Duration LIMIT = ofSeconds(20);

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flatten_whenInterruptedWhileItWaits_reportsAndKeepsTheFlag() {
        desk.account().position("GOOG", "25");
        desk.beforeEachPause(() -> Thread.currentThread().interrupt());

        FlattenReport report = desk.flatten();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(desk.changes()).hasSize(1);
        assertThat(report.positions().get(0).orders())
                .singleElement()
                .satisfies(order -> assertThat(order.canFill()).isTrue());
    }

    @Test
    void flatten_whenInterruptedBefore_sendsNothing() {
        desk.account().position("GOOG", "25");
        Thread.currentThread().interrupt();

        FlattenReport report = desk.flatten();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(desk.sandbox().requests()).isEmpty();
    }

    @Test
    void stop_whileACloseIsUnderWay_endsAtOnceAndNamesItAsUnresolved() throws Exception {
        desk.account().position("GOOG", "25");
        Gate gate = new Gate();
        desk.sandbox().nextCall("close_positions", Fault.held(gate));
        CloseOutTask<FlattenReport> task = desk.closeOut().flattenAsync(ACCOUNT, VirtualDesk.BROKER);
        gate.awaitArrival(LIMIT);

        task.stop();
        FlattenReport report = task.result().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        gate.release();

        assertThat(report.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(report.unresolved())
                .singleElement()
                .satisfies(request -> assertThat(request.operation()).isEqualTo("close_positions"));
        assertThat(report.positions().get(0).after()).isEmpty();
    }

    @Test
    void cancelOfTheFuture_endsTheRunAndTellsTheListener() throws Exception {
        desk.account().position("GOOG", "25");
        Gate gate = new Gate();
        desk.sandbox().nextCall("close_positions", Fault.held(gate));
        CompletableFuture<FlattenReport> heard = new CompletableFuture<>();
        CloseOutTask<FlattenReport> task = desk.closeOut()
                .flattenAsync(ACCOUNT, VirtualDesk.BROKER.withListener(new ProgressListener() {
                    @Override
                    public void onEvent(long accountId, TimelineEvent event) {}

                    @Override
                    public void onEnd(FlattenReport report) {
                        heard.complete(report);
                    }
                }));
        gate.awaitArrival(LIMIT);

        task.result().cancel(true);

        FlattenReport report = heard.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        gate.release();
        assertThat(report.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(report.unresolved()).hasSize(1);
    }

    @Test
    void flatten_whenTheClientIsClosed_endsWithItsNextRequest() {
        desk.account().position("GOOG", "25");
        desk.beforeEachPause(desk.clearStreet()::close);

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.CLIENT_CLOSED);
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isLessThan(ofSeconds(1));
        assertThat(report.positions().get(0).orders())
                .singleElement()
                .satisfies(order -> assertThat(order.canFill()).isTrue());
    }

    @Test
    void flatten_whenTheClientIsClosedDuringARead_doesNotWaitToSaySo() throws Exception {
        desk.account().position("GOOG", "25");
        Gate gate = new Gate();
        desk.sandbox().nextCall("get_positions", Fault.held(gate));
        CloseOutTask<FlattenReport> task = desk.closeOut().flattenAsync(ACCOUNT, VirtualDesk.BROKER);
        gate.awaitArrival(LIMIT);

        desk.clearStreet().close();
        FlattenReport report = task.result().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        gate.release();

        assertThat(report.stopReason()).isEqualTo(StopReason.CLIENT_CLOSED);
        assertThat(report.endedAt()).isEqualTo(VirtualDesk.START);
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void flatten_whenTheTurnOfACancelComesTooLate_doesNotSendIt() {
        desk.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "25").limit("900"));

        FlattenReport report = desk.builder()
                .requestsPerSecond(1)
                .callDeadline(ofSeconds(10))
                .build()
                .flatten(ACCOUNT, VirtualDesk.BROKER.withDeadline(Duration.ofMillis(11_500)));

        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void flattenAsync_whenItIsDone_givesTheReport() throws Exception {
        desk.account().position("GOOG", "25").behaviour(FILLS);

        CloseOutTask<FlattenReport> task = desk.closeOut().flattenAsync(ACCOUNT, VirtualDesk.BROKER);

        assertThat(task.result().get(LIMIT.toSeconds(), TimeUnit.SECONDS).flat())
                .isTrue();
    }

    @Test
    void stop_beforeTheRunBegins_endsItAndLeavesTheThreadOfTheExecutorAsItWas() {
        desk.account().position("GOOG", "25");
        List<Runnable> given = new ArrayList<>();
        CloseOutTask<FlattenReport> task =
                desk.builder().executor(given::add).build().flattenAsync(ACCOUNT, VirtualDesk.BROKER);

        task.stop();
        given.forEach(Runnable::run);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(task.result().join().stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(desk.sandbox().requests()).isEmpty();
    }

    @Test
    void flatten_keepsToTheRateLimit() {
        desk.account().position("GOOG", "25").behaviour(FILLS);

        FlattenReport report = desk.builder().requestsPerSecond(1).build().flatten(ACCOUNT);

        int requests = desk.sandbox().requests().size();
        assertThat(report.flat()).isTrue();
        assertThat(Duration.between(report.startedAt(), report.endedAt()))
                .isGreaterThanOrEqualTo(ofSeconds(requests - 3));
        Map<Instant, Long> atOnce = desk.sandbox().requests().stream()
                .collect(Collectors.groupingBy(SandboxRequest::receivedAt, Collectors.counting()));
        assertThat(atOnce.values())
                .as("a close comes right after the look that it follows from, in two lists, and nothing else does")
                .allMatch(count -> count <= 3);
    }
}
