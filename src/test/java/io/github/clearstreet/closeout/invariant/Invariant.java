package io.github.clearstreet.closeout.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What must hold for every run. */
enum Invariant {
    /** Somebody else's order that came after our last look is the one excuse, which the README declares. */
    NO_CLOSE_BESIDE_AN_ORDER_THAT_COULD_CLOSE_TOO,
    EVERY_CLOSE_FOLLOWS_A_COMPLETE_LOOK,
    NOTHING_IS_SENT_WHILE_A_CHANGE_IS_UNRESOLVED,
    OUR_FILLS_STOP_AT_ZERO,
    NO_POSITION_IS_CLOSED_MORE_OFTEN_THAN_ALLOWED,
    FLAT_IS_SAID_ONLY_WHEN_THE_LEDGER_IS_FLAT,
    WHAT_IS_LEFT_IS_NAMED,
    THE_RUN_ENDS_BY_ITS_DEADLINE;

    /** One line for each time that the run broke it. */
    Stream<String> violations(Evidence run) {
        return switch (this) {
            case NO_CLOSE_BESIDE_AN_ORDER_THAT_COULD_CLOSE_TOO -> ClosingRules.besideAnOrder(run);
            case EVERY_CLOSE_FOLLOWS_A_COMPLETE_LOOK -> ClosingRules.withoutALook(run);
            case NOTHING_IS_SENT_WHILE_A_CHANGE_IS_UNRESOLVED -> ClosingRules.whileUnresolved(run);
            case OUR_FILLS_STOP_AT_ZERO -> ClosingRules.beyondZero(run);
            case NO_POSITION_IS_CLOSED_MORE_OFTEN_THAN_ALLOWED -> ClosingRules.tooOften(run);
            case FLAT_IS_SAID_ONLY_WHEN_THE_LEDGER_IS_FLAT -> ReportRules.falselyFlat(run);
            case WHAT_IS_LEFT_IS_NAMED -> ReportRules.notNamed(run);
            case THE_RUN_ENDS_BY_ITS_DEADLINE -> ReportRules.tooLate(run);
        };
    }

    static List<String> allViolations(Evidence run) {
        List<String> all = new ArrayList<>();
        for (Invariant invariant : values()) {
            invariant.violations(run).forEach(text -> all.add(invariant + ": " + text));
        }
        return all;
    }
}
