package io.github.clearstreet.closeout.invariant;

import org.jspecify.annotations.Nullable;

/**
 * Who else has a part in a script: another process that closes the same account, after the first one or beside it.
 *
 * @param crash how the first process ends, if it does; another goes on at once, with the journal alone
 * @param beside whether there are two at the same time, and what they share
 * @param seed of the moments at which one gives way to the other
 */
record Company(@Nullable Crash crash, Beside beside, int seed) {
    static final Company NONE = new Company(null, Beside.NOBODY, 0);

    enum Beside {
        NOBODY,
        SAME_JOURNAL,
        ANOTHER_JOURNAL
    }

    /**
     * A process that ends from one moment to the next.
     *
     * @param nth the how manieth moment of this kind
     */
    record Crash(Moment moment, int nth) {
        enum Moment {
            /** Whenever the run looks at its clock, which it does between any two requests. */
            ANY,
            BEFORE_AN_INTENT,
            BETWEEN_INTENT_AND_REQUEST,
            BETWEEN_REQUEST_AND_OUTCOME,
            AFTER_AN_OUTCOME
        }
    }

    boolean sharesJournal() {
        return beside != Beside.ANOTHER_JOURNAL;
    }

    boolean isAlone() {
        return beside == Beside.NOBODY;
    }
}
