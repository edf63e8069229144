package io.github.clearstreet.closeout;

import org.jspecify.annotations.Nullable;

/** Where one position stands, and why. */
record PositionState(Kind kind, @Nullable StopReason reason, String text) {
    enum Kind {
        /** Nothing is held. */
        CLOSED,
        /** It can be closed now. */
        CLOSABLE,
        /** It may be closed later. */
        WAITING,
        /** This run cannot do any more for it. */
        BLOCKED
    }

    static final PositionState CLOSED = new PositionState(Kind.CLOSED, null, "");
    static final PositionState CLOSABLE = new PositionState(Kind.CLOSABLE, null, "the run ended before it was closed");

    static PositionState waiting(String text) {
        return new PositionState(Kind.WAITING, null, text);
    }

    static PositionState blocked(StopReason reason, String text) {
        return new PositionState(Kind.BLOCKED, reason, text);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
