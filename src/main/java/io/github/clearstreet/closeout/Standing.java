package io.github.clearstreet.closeout;

import org.jspecify.annotations.Nullable;

/** Where one position stands, and why. */
record Standing(Kind kind, @Nullable StopReason reason, String text) {
    enum Kind {
        /** Nothing is held. */
        CLOSED,
        /** It can be closed now. */
        CLOSABLE,
        /** It may be closed later. */
        WAITING,
        /** This run cannot do any more for it. */
        STUCK
    }

    static final Standing CLOSED = new Standing(Kind.CLOSED, null, "");
    static final Standing CLOSABLE = new Standing(Kind.CLOSABLE, null, "the run ended before it was closed");

    static Standing waiting(String text) {
        return new Standing(Kind.WAITING, null, text);
    }

    static Standing stuck(StopReason reason, String text) {
        return new Standing(Kind.STUCK, reason, text);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
