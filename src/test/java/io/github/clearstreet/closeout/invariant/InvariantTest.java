package io.github.clearstreet.closeout.invariant;

import static io.github.clearstreet.closeout.invariant.Invariant.EVERY_CLOSE_FOLLOWS_A_COMPLETE_LOOK;
import static io.github.clearstreet.closeout.invariant.Invariant.FLAT_IS_SAID_ONLY_WHEN_THE_LEDGER_IS_FLAT;
import static io.github.clearstreet.closeout.invariant.Invariant.NOTHING_IS_SENT_WHILE_A_CHANGE_IS_UNRESOLVED;
import static io.github.clearstreet.closeout.invariant.Invariant.NO_CLOSE_BESIDE_AN_ORDER_THAT_COULD_CLOSE_TOO;
import static io.github.clearstreet.closeout.invariant.Invariant.NO_POSITION_IS_CLOSED_MORE_OFTEN_THAN_ALLOWED;
import static io.github.clearstreet.closeout.invariant.Invariant.OUR_FILLS_STOP_AT_ZERO;
import static io.github.clearstreet.closeout.invariant.Invariant.THE_RUN_ENDS_BY_ITS_DEADLINE;
import static io.github.clearstreet.closeout.invariant.Invariant.WHAT_IS_LEFT_IS_NAMED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.closeout.StopReason;
import io.github.clearstreet.closeout.invariant.Arrival.Told;
import io.github.clearstreet.closeout.invariant.LedgerSnapshot.Working;
import io.github.clearstreet.sandbox.PositionChange.Cause;
import org.junit.jupiter.api.Test;

/** The judge of the random scripts finds what it looks for, and excuses what the README declares. */
class InvariantTest {
    private static final LedgerSnapshot FLAT = MadeUpRun.ledger(0);
    private static final LedgerSnapshot HELD = MadeUpRun.ledger(25);
    private static final Working OURS = MadeUpRun.order("a", true, -25);
    private static final Working THEIRS = MadeUpRun.order("b", false, -10);

    private final MadeUpRun run = new MadeUpRun();

    @Test
    void aRunThatClosesOnceAndIsFlat_breaksNothing() {
        run.looks(HELD).looksAgain(HELD).closes(HELD, Told.ACCEPTED).looks(FLAT);

        assertThat(Invariant.allViolations(run.endsFlat(FLAT))).isEmpty();
    }

    @Test
    void aCloseBesideAnOrderOfOurs_isFound() {
        LedgerSnapshot working = MadeUpRun.ledger(25, OURS);
        run.looks(HELD).looksAgain(HELD).closes(working, Told.ACCEPTED);

        assertThat(NO_CLOSE_BESIDE_AN_ORDER_THAT_COULD_CLOSE_TOO.violations(run.ends(working)))
                .hasSize(1);
    }

    @Test
    void aCloseBesideSomebodyElsesOrder_isFoundUnlessTheOrderCameAfterTheLastLook() {
        LedgerSnapshot working = MadeUpRun.ledger(25, THEIRS);
        run.looks(HELD).looksAgain(HELD).closes(working, Told.ACCEPTED);
        MadeUpRun careless = new MadeUpRun();
        careless.looks(HELD).looksAgain(working).closes(working, Told.ACCEPTED);

        assertThat(NO_CLOSE_BESIDE_AN_ORDER_THAT_COULD_CLOSE_TOO.violations(run.ends(working)))
                .isEmpty();
        assertThat(NO_CLOSE_BESIDE_AN_ORDER_THAT_COULD_CLOSE_TOO.violations(careless.ends(working)))
                .hasSize(1);
    }

    @Test
    void aCloseBesideAnOrderThatOnlyAddsToThePosition_isAllowed() {
        LedgerSnapshot working = MadeUpRun.ledger(25, MadeUpRun.order("b", false, 10));
        run.looks(working).looksAgain(working).closes(working, Told.ACCEPTED);

        assertThat(NO_CLOSE_BESIDE_AN_ORDER_THAT_COULD_CLOSE_TOO.violations(run.ends(working)))
                .isEmpty();
    }

    @Test
    void aCloseWithoutASecondLook_isFound() {
        run.looks(HELD).closes(HELD, Told.ACCEPTED);

        assertThat(EVERY_CLOSE_FOLLOWS_A_COMPLETE_LOOK.violations(run.ends(HELD)))
                .hasSize(1);
    }

    @Test
    void aCloseAfterAWait_isFound() {
        run.looks(HELD).looksAgain(HELD).waits(1).closes(HELD, Told.ACCEPTED);

        assertThat(EVERY_CLOSE_FOLLOWS_A_COMPLETE_LOOK.violations(run.ends(HELD)))
                .hasSize(1);
    }

    @Test
    void aCloseByAFailedReadOfPositions_isFound() {
        run.reads(CallKind.READ_ORDERS, HELD, Told.ACCEPTED)
                .reads(CallKind.READ_POSITIONS, HELD, Told.UNKNOWN)
                .looksAgain(HELD)
                .closes(HELD, Told.ACCEPTED);

        assertThat(EVERY_CLOSE_FOLLOWS_A_COMPLETE_LOOK.violations(run.ends(HELD)))
                .hasSize(1);
    }

    @Test
    void aSecondClose_isFoundWithinTheSettleTimeOfAnUnknownOne() {
        run.looks(HELD).looksAgain(HELD).closes(HELD, Told.UNKNOWN).waits(29).looksAgain(HELD);
        run.closes(HELD, Told.UNKNOWN).waits(30).looksAgain(HELD).closes(HELD, Told.ACCEPTED);

        assertThat(NOTHING_IS_SENT_WHILE_A_CHANGE_IS_UNRESOLVED.violations(run.ends(HELD)))
                .hasSize(1);
    }

    @Test
    void aSecondCloseRightAfterARejectedOne_isAllowed() {
        run.looks(HELD).looksAgain(HELD).closes(HELD, Told.REJECTED);
        run.looks(HELD).looksAgain(HELD).closes(HELD, Told.ACCEPTED).looks(FLAT);

        assertThat(Invariant.allViolations(run.endsFlat(FLAT))).isEmpty();
    }

    @Test
    void aFillOfOursBeyondZero_isFoundUnlessSomebodyElseTradedMeanwhile() {
        run.changes(25, 0, Cause.API_ORDER).changes(0, -25, Cause.API_ORDER);
        MadeUpRun race = new MadeUpRun();
        race.changes(25, 5, Cause.TEST_ORDER).changes(5, -20, Cause.API_ORDER);

        assertThat(OUR_FILLS_STOP_AT_ZERO.violations(run.ends(FLAT))).hasSize(1);
        assertThat(OUR_FILLS_STOP_AT_ZERO.violations(race.ends(FLAT))).isEmpty();
    }

    @Test
    void moreClosesThanRounds_areFound() {
        for (int round = 0; round <= MadeUpRun.ROUNDS; round++) {
            run.looks(HELD).looksAgain(HELD).closes(HELD, Told.ACCEPTED);
        }

        assertThat(NO_POSITION_IS_CLOSED_MORE_OFTEN_THAN_ALLOWED.violations(run.ends(HELD)))
                .hasSize(1);
    }

    @Test
    void flatWithAPositionOrAnOrderOfOurs_isFound() {
        MadeUpRun held = new MadeUpRun().looks(HELD);
        MadeUpRun working = new MadeUpRun().looks(MadeUpRun.ledger(0, OURS));
        MadeUpRun failed = new MadeUpRun().looks(FLAT).reads(CallKind.READ_POSITIONS, FLAT, Told.UNKNOWN);
        MadeUpRun unread = new MadeUpRun();

        assertThat(FLAT_IS_SAID_ONLY_WHEN_THE_LEDGER_IS_FLAT.violations(held.endsFlat(FLAT)))
                .hasSize(1);
        assertThat(FLAT_IS_SAID_ONLY_WHEN_THE_LEDGER_IS_FLAT.violations(working.endsFlat(FLAT)))
                .hasSize(1);
        assertThat(FLAT_IS_SAID_ONLY_WHEN_THE_LEDGER_IS_FLAT.violations(failed.endsFlat(FLAT)))
                .hasSize(1);
        assertThat(FLAT_IS_SAID_ONLY_WHEN_THE_LEDGER_IS_FLAT.violations(unread.endsFlat(FLAT)))
                .hasSize(1);
    }

    @Test
    void flatAndThenAFillOfOurs_isFound() {
        run.looks(FLAT).changes(0, -25, Cause.API_ORDER);

        assertThat(FLAT_IS_SAID_ONLY_WHEN_THE_LEDGER_IS_FLAT.violations(run.endsFlat(FLAT)))
                .hasSize(1);
    }

    @Test
    void aPositionOrAnOrderThatTheReportLeavesOut_isFound() {
        run.looks(HELD);

        assertThat(WHAT_IS_LEFT_IS_NAMED.violations(run.ends(MadeUpRun.ledger(25, OURS))))
                .hasSize(2);
    }

    @Test
    void aQuantityThatTheLedgerDoesNotHave_isFound() {
        run.looks(FLAT);

        assertThat(WHAT_IS_LEFT_IS_NAMED.violations(run.reportsAfter(25).ends(FLAT)))
                .hasSize(1);
    }

    @Test
    void anEndAfterTheDeadlineAndALateClose_areFound() {
        run.waits(MadeUpRun.DEADLINE - 9).looks(HELD).looksAgain(HELD).closes(HELD, Told.ACCEPTED);
        run.waits(10);

        assertThat(THE_RUN_ENDS_BY_ITS_DEADLINE.violations(run.ends(HELD)))
                .anyMatch(text -> text.startsWith("ended at"))
                .anyMatch(text -> text.startsWith("too late to send"));
    }

    @Test
    void aRunThatFails_isFound() {
        assertThat(THE_RUN_ENDS_BY_ITS_DEADLINE.violations(run.ends(StopReason.FAILED, HELD)))
                .hasSize(1);
    }
}
