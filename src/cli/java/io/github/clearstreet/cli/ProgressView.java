package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.TimelineEvent;
import java.time.Instant;
import java.util.List;

/** How the progress of runs is shown. Called by one thread at a time. */
interface ProgressView {
    /** Shows nothing. */
    ProgressView NONE = new ProgressView() {};

    /** Something happened to one account; the text is the event's, or the beginning of it. */
    default void event(
            AccountProgress account, TimelineEvent event, String text, List<AccountProgress> all, Instant now) {}

    /** A second went by. */
    default void second(List<AccountProgress> all, Instant now) {}
}
