package io.github.clearstreet.cli;

import io.github.clearstreet.Outcome;
import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.StopReason;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.util.Set;

/** What scripts go by. Published in the README: never change one. */
final class ExitCode {
    static final int SUCCESS = 0;
    static final int REJECTED = 2;
    static final int NOT_SENT = 3;
    static final int UNKNOWN = 4;
    static final int NOT_FLAT = 5;
    /** Nothing was sent: the command cannot be carried out as it was given. EX_USAGE of sysexits. */
    static final int BAD_USAGE = 64;

    private ExitCode() {}

    static int of(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> SUCCESS;
            case REJECTED -> REJECTED;
            case NOT_SENT -> NOT_SENT;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** What is not known comes first, then what is left. The other codes keep their meaning: nothing was changed. */
    static int of(FlattenReport report) {
        if (report.flat()) {
            return SUCCESS;
        }
        if (!report.unresolved().isEmpty() || report.stopReason() == StopReason.FAILED) {
            return UNKNOWN;
        }
        return mayHaveChanged(report) ? NOT_FLAT : whenNothingWasChanged(report.stopReason());
    }

    /** What is not known comes first. Different ends together are "not flat". */
    static int ofSeveral(Set<Integer> codes) {
        if (codes.contains(UNKNOWN)) {
            return UNKNOWN;
        }
        return codes.size() == 1 ? codes.iterator().next() : NOT_FLAT;
    }

    private static boolean mayHaveChanged(FlattenReport report) {
        return report.timeline().stream()
                .anyMatch(event -> event.kind() == Kind.ACCEPTED || event.kind() == Kind.OUTCOME_UNKNOWN);
    }

    private static int whenNothingWasChanged(StopReason reason) {
        return switch (reason) {
            case REQUEST_REJECTED, MARKET_CLOSED -> REJECTED;
            case REFUSED_BY_GUARD, DEADLINE, CANCELLED, CLIENT_CLOSED, ALREADY_RUNNING -> NOT_SENT;
            default -> NOT_FLAT;
        };
    }
}
