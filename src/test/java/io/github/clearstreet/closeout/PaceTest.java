package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static io.github.clearstreet.closeout.VirtualDesk.START;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.Guards;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A run that waits does not ask all the time, and one that cannot get further does not wait. */
class PaceTest {
    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flatten_whileAnOutcomeIsUnknown_looksNowAndThen() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.drops());

        assertThat(desk.flatten().flat()).isTrue();

        assertThat(requestsBetween(START, START.plusSeconds(30))).isLessThan(50);
    }

    @Test
    void flatten_whileACancelIsNew_looksNowAndThen() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.sell("GOOG", "5").limit("900"),
                        OrderBehaviour.rests().cancelsAfter(Trigger.elapsed(ofSeconds(4))));

        assertThat(desk.flatten().flat()).isTrue();

        assertThat(requestsBetween(START, START.plusSeconds(4))).isLessThan(25);
    }

    @Test
    void flatten_withTooLittleTimeToClose_endsAtOnce() {
        desk.account().position("GOOG", "25");

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withDeadline(ofSeconds(5)));

        assertThat(report.message()).startsWith("Too little time is left to close");
        assertThat(report.endedAt()).isEqualTo(START);
    }

    @Test
    void flatten_withTooLittleTimeToCloseAgain_waitsForTheOtherOrders() {
        desk.account()
                .position("GOOG", "25")
                .position("MSFT", "10")
                .behaviour("GOOG", OrderBehaviour.rests().cancels(Trigger.elapsed(ofSeconds(25))));

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withDeadline(ofSeconds(34)));

        assertThat(report.message()).startsWith("The deadline is over");
        assertThat(report.endedAt()).isEqualTo(START.plusSeconds(34));
        assertThat(desk.changes()).hasSize(1);
        assertThat(requestsBetween(START.plusSeconds(26), START.plusSeconds(34)))
                .isLessThan(20);
    }

    @Test
    void flatten_withAGuard_doesNotEvenBegin() {
        try (VirtualDesk guarded =
                new VirtualDesk(client -> client.guards(Guards.none().withDryRun(true)), 100)) {
            guarded.account().position("GOOG", "25");

            FlattenReport report = guarded.flatten();

            assertThat(report.message()).startsWith("A guard of the client refused to go on: ");
            assertThat(report.timeline())
                    .extracting(TimelineEvent::kind)
                    .doesNotContain(TimelineEvent.Kind.CLOSING, TimelineEvent.Kind.NOT_SENT);
        }
    }

    @Test
    void flatten_whenOneIsRejectedAndOneUnreadable_saysBoth() {
        desk.account().position("GOOG", "25").position("MSFT", "10").behaviour("GOOG", OrderBehaviour.rejects("No"));
        desk.sandbox()
                .customizeResponses((request, answer) -> answer.withBody(
                        request.method().equals("GET")
                                ? answer.body().replace("\"quantity\":\"10\"", "\"quantity\":\"ten\"")
                                : answer.body()));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.ORDER_REJECTED);
        assertThat(report.message()).contains("; and a position could not be read");
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isGreaterThanOrEqualTo(ofSeconds(30));
    }

    private long requestsBetween(Instant from, Instant to) {
        return desk.sandbox().requests().stream()
                .filter(request -> !request.receivedAt().isBefore(from)
                        && request.receivedAt().isBefore(to))
                .count();
    }
}
