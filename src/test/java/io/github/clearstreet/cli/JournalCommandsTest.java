package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.journal.AttemptOutcome;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Decision;
import io.github.clearstreet.journal.Intent;
import io.github.clearstreet.journal.JournalException;
import io.github.clearstreet.journal.Lease;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one command sent is known to the next one. */
class JournalCommandsTest {
    @AutoClose
    private final Shell shell = new Shell();

    @Test
    void flatten_whenTheJournalCannotBeMade_exitsWith64AndSaysHowToNameAnother() {
        shell.journals(folder -> {
            throw new JournalException("The folder /nonexistent cannot be made");
        });

        Result result = shell.flatten("--yes");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err()).contains("nothing was sent", "--journal or CLEAR_STREET_JOURNAL");
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void closePositions_afterACloseWithoutAResponse_saysSoAndSendsNothing() {
        lose(Fault.drops());

        Result second = shell.closePositions();

        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.err()).contains("account 19816 is in doubt", "was not sent");
        assertThat(shell.changes()).hasSize(1);
    }

    @Test
    void closePositions_withForceAfterACloseWithoutAResponse_isSent() {
        loseAClose();

        assertThat(shell.closePositions("--force").exitCode()).isZero();

        assertThat(shell.changes()).hasSize(2);
    }

    @Test
    void flatten_afterACloseWithoutAResponse_waitsAndDoesNotCloseTwice() {
        loseAClose();

        Result second = shell.flatten("--yes");

        assertThat(second.err()).contains("account 19816 is in doubt");
        assertThat(shell.account().orders().stream()
                        .filter(order -> !order.toString().contains("CANCELED")))
                .hasSizeLessThan(2);
    }

    @Test
    void flatten_whileAnotherRunHasTheAccount_saysWhoAndSinceWhen_andSendsNothing() {
        shell.account().position("GOOG", "25");
        var unused = shell.journal().acquire(Shell.ACCOUNT, Duration.ofMinutes(30));

        Result result = shell.flatten("--yes");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).contains("held by process", "since");
        assertThat(shell.changes()).isEmpty();
    }

    @Test
    void flatten_thatFollows_waitsForTheOtherRun_andClosesWhatItLeaves() {
        shell.account()
                .position("GOOG", "25")
                .behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(Duration.ofSeconds(1))));
        Lease other = shell.journal().acquire(Shell.ACCOUNT, Duration.ofMinutes(30));
        AtomicInteger waits = new AtomicInteger();
        shell.beforeEachWait(() -> {
            if (waits.incrementAndGet() == 3) {
                shell.journal().release(other);
            }
        });

        Result result = shell.flatten("--yes", "--follow");

        assertThat(result.exitCode()).isZero();
        assertThat(waits).hasValueGreaterThanOrEqualTo(3);
        assertThat(shell.account().positions()).isEmpty();
    }

    @Test
    void attempts_listsWhatWasSentAndExitsWith4WhileOneIsUnresolved() {
        loseAClose();

        Result table = shell.run("attempts");
        Result json = shell.run("attempts", "--account", "19816", "--output", "json");

        assertThat(table.exitCode()).isEqualTo(4);
        assertThat(table.out()).contains("19816", "UNKNOWN", "1 attempt, 1 unresolved: see clearstreet reconcile");
        assertThat(json.exitCode()).isEqualTo(4);
        assertThat(json.out()).contains("\"account_id\":19816", "\"state\":\"UNKNOWN\"", "\"unresolved\":1");
    }

    @Test
    void attempts_ofAnAccountThatWasLeftAlone_exitsWith0() {
        Result result = shell.run("attempts", "--account", "7");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("no attempts\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1440m", "24h", "2025-10-05", "2025-10-05T01:30:00+02:00"})
    void attempts_since_leavesOutWhatIsOlder_butNothingUnresolved(String since) {
        cancel("old");
        shell.journal().begin(intent("unresolved"));
        shell.pass(Duration.ofDays(2));
        cancel("new");

        for (String[] account : new String[][] {{}, {"--account", "19816"}}) {
            String[] arguments = Stream.concat(
                            Stream.of("attempts", "--since", since, "--output", "json"), Stream.of(account))
                    .toArray(String[]::new);
            Result result = shell.run(arguments);

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.out())
                    .containsSubsequence("[\"unresolved\"]", "[\"new\"]")
                    .doesNotContain("old");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "-1h", "1", "", "2026-11-28T12:00:00"})
    void attempts_sinceNobodyKnowsWhen_exitsWith64AndSaysHowToWriteIt(String since) {
        Result result = shell.run("attempts", "--since", since);

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err()).contains("--since", "7d", "2026-11-28T14:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attempts", "reconcile"})
    void aNamedJournalThatIsNotThere_exitsWith64_insteadOfKnowingNothingUnresolved(String command) {
        shell.set("CLEAR_STREET_BASE_URL", shell.sandbox().baseUrl().toString());

        Result result = shell.run(command, "--journal", "not/there");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err()).contains("there is no journal in not/there");
    }

    @Test
    void reconcile_whileTheCloseMayStillBeCarriedOut_exitsWith4AndSendsNoChange() {
        lose(Fault.drops());

        Result result = shell.run("reconcile");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).contains("STILL_UNKNOWN", "1 unresolved attempt looked into, 1 still unknown");
        assertThat(shell.changes()).hasSize(1);
    }

    @Test
    void reconcile_whenNothingIsUnresolved_exitsWith0AndSendsNothing() {
        shell.set("CLEAR_STREET_BASE_URL", shell.sandbox().baseUrl().toString());

        Result result = shell.run("reconcile", "--output", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("{\"reconciliations\":[],\"still_unknown\":0}\n");
        assertThat(shell.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void closePositions_whenTheFolderIsEmpty_exitsWith64AndSendsNothing(String folder) {
        Result result = shell.set("CLEAR_STREET_JOURNAL", folder).closePositions();

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(shell.changes()).isEmpty();
    }

    private void cancel(String order) {
        shell.journal()
                .end(shell.journal().begin(intent(order)).attemptId(), AttemptOutcome.of(AttemptState.ACCEPTED, "200"));
    }

    private static Intent intent(String order) {
        return new Intent(
                Shell.ACCOUNT, "cancel_open_order", null, List.of(order), Duration.ofSeconds(10), Decision.none());
    }

    private void loseAClose() {
        lose(Fault.drops().afterExecuting());
    }

    private void lose(Fault fault) {
        shell.account().position("GOOG", "25");
        shell.sandbox().nextCall("close_positions", fault);
        assertThat(shell.closePositions().exitCode()).isEqualTo(4);
        shell.set("CLEAR_STREET_BASE_URL", shell.sandbox().baseUrl().toString());
    }
}
