package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.TimelineEvent.Kind.ACCEPTED;
import static io.github.clearstreet.closeout.TimelineEvent.Kind.CLOSING;
import static io.github.clearstreet.closeout.TimelineEvent.Kind.NOT_SENT;
import static io.github.clearstreet.closeout.TimelineEvent.Kind.ORDER;
import static io.github.clearstreet.closeout.TimelineEvent.Kind.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.Guards;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.SandboxInstrument;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each outcome of a close means for the position. */
class CloseRequestsTest {
    private static final SandboxInstrument GOOG = SandboxInstrument.stock("GOOG");

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    private final RunParts run = new RunParts(desk);
    private final Holding holding = holding(GOOG.id());

    @Test
    void closeOne_whenAccepted_followsTheOrder() {
        desk.account().position(GOOG, "25");

        run.closes.closeOne(holding);

        assertThat(desk.changes()).containsExactly("DELETE /v1/accounts/19816/positions/" + GOOG.id());
        assertThat(run.kinds()).containsExactly(CLOSING, ACCEPTED, ORDER);
        assertThat(holding.orders()).hasSize(1);
        assertThat(holding.heldUntil()).isEqualTo(Instant.MIN);
    }

    @Test
    void closeAll_whenAcceptedWithoutAnOrder_waitsForTheSettleTime() {
        desk.account();
        desk.sandbox().nextCall("close_positions", Fault.answers(SandboxResponse.json(200, """
                {"data": [], "error": {"code": "X", "message": "not all of them"}, "metadata": {"request_id": "r-1"}}""")));

        run.closes.closeAll(List.of(holding));

        assertThat(run.kinds()).containsExactly(CLOSING, ACCEPTED);
        assertThat(run.log.timeline().get(1).text())
                .isEqualTo("close_positions, 0 orders, with an error: not all of them (request id r-1)");
        assertThat(holding.heldUntil()).isEqualTo(run.time.now().plus(RunParts.SETTLE_TIME));
        assertThat(run.state.doubts().arePending()).isFalse();
    }

    @Test
    void closeOne_whenNotSent_waitsAndDoesNotCountIt() {
        desk.sandbox().close();

        run.closes.closeOne(holding);

        assertThat(run.kinds()).containsExactly(CLOSING, NOT_SENT);
        assertThat(run.pauses).containsExactly(RunParts.FIRST_POLL);
        assertThat(holding.closes()).isZero();
        assertThat(holding.givenUp()).isNull();
    }

    @Test
    void closeAll_whenAGuardRefuses_endsTheRun() {
        try (VirtualDesk guarded =
                new VirtualDesk(client -> client.guards(Guards.none().withDryRun(true)), 100)) {
            RunParts parts = new RunParts(guarded);

            RunEnded end = catchThrowableOfType(RunEnded.class, () -> parts.closes.closeAll(List.of(holding)));

            assertThat(end.reason()).isEqualTo(StopReason.REFUSED_BY_GUARD);
            assertThat(parts.kinds()).containsExactly(CLOSING, NOT_SENT);
            assertThat(holding.closes()).isZero();
        }
    }

    @Test
    void closeOne_whenTheServerIsBusy_waitsAndDoesNotCountIt() {
        reject(429, "Slow down");

        run.closes.closeOne(holding);

        assertThat(run.kinds()).containsExactly(CLOSING, REJECTED);
        assertThat(run.pauses).containsExactly(RunParts.SLOWEST_POLL);
        assertThat(holding.closes()).isZero();
        assertThat(holding.givenUp()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void closeOne_whenNotAllowed_endsTheRun(int status) {
        reject(status, "Not allowed");

        RunEnded end = catchThrowableOfType(RunEnded.class, () -> run.closes.closeOne(holding));

        assertThat(end.reason()).isEqualTo(StopReason.REQUEST_REJECTED);
        assertThat(end).hasMessageContaining("Not allowed");
        assertThat(run.kinds()).containsExactly(CLOSING, REJECTED);
    }

    @Test
    void closeOne_whenThePositionIsNotFound_readsItAgain() {
        reject(404, "No such position");

        run.closes.closeOne(holding);

        assertThat(run.kinds()).containsExactly(CLOSING, REJECTED);
        assertThat(holding.givenUp()).isNull();
        assertThat(holding.closes()).isEqualTo(1);
        assertThat(run.state.positionsAreCurrent()).isFalse();
    }

    @Test
    void closeAll_whenTheAccountIsNotFound_givesUp() {
        desk.account();
        desk.sandbox().nextCall("close_positions", Fault.error(404, "No such account"));

        run.closes.closeAll(List.of(holding));

        assertGivenUp(StopReason.REQUEST_REJECTED, "No such account");
    }

    @Test
    void closeOne_whenRefused_givesThePositionUp() {
        reject(422, "Not tradable");

        run.closes.closeOne(holding);

        assertThat(run.kinds()).containsExactly(CLOSING, REJECTED);
        assertGivenUp(StopReason.REQUEST_REJECTED, "Not tradable");
        assertThat(run.pauses).isEmpty();
    }

    @Test
    void closeOne_whenTheMarketIsClosed_saysSo() {
        reject(422, "The market is closed");

        run.closes.closeOne(holding);

        assertGivenUp(StopReason.MARKET_CLOSED, "The market is closed");
    }

    @Test
    void closeOne_ofAnIdThatIsNoIdentifier_isNeverSent() {
        Holding odd = holding("..");

        run.closes.closeOne(odd);

        Standing standing = Objects.requireNonNull(odd.givenUp());
        assertThat(standing.reason()).isEqualTo(StopReason.UNREADABLE);
        assertThat(standing.text()).startsWith("it cannot be closed by its id: ");
        assertThat(desk.sandbox().requests()).isEmpty();
    }

    private void reject(int status, String message) {
        desk.account();
        desk.sandbox().nextCall("close_position", Fault.error(status, message));
    }

    private void assertGivenUp(StopReason reason, String text) {
        Standing standing = Objects.requireNonNull(holding.givenUp());
        assertThat(standing.reason()).isEqualTo(reason);
        assertThat(standing.text()).startsWith("the close was refused: ").contains(text);
    }

    private static Holding holding(String instrumentId) {
        return new Holding(HeldPosition.of(instrumentId, "GOOG", new BigDecimal("25")));
    }
}
