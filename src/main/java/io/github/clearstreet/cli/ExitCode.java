package io.github.clearstreet.cli;

import io.github.clearstreet.Outcome;

/** What scripts go by. Published in the README: never change one. */
final class ExitCode {
    static final int ACCEPTED = 0;
    static final int REJECTED = 2;
    static final int NOT_SENT = 3;
    static final int UNKNOWN = 4;
    /** Nothing was sent: the command cannot be carried out as it was given. EX_USAGE of sysexits. */
    static final int BAD_USAGE = 64;

    private ExitCode() {}

    static int of(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> ACCEPTED;
            case REJECTED -> REJECTED;
            case NOT_SENT -> NOT_SENT;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
