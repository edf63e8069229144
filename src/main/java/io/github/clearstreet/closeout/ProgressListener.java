package io.github.clearstreet.closeout;

/**
 * Hears what a run does, while it does it. It cannot change the run: whatever it throws is dropped.
 *
 * <p>Called on the thread of the run, so it has to be quick; with several accounts on several threads at a time, so it
 * has to be thread-safe.
 */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Something happened.
     *
     * @param accountId the account of the run
     * @param event the next entry of its timeline
     */
    void onEvent(long accountId, TimelineEvent event);

    /**
     * The run is over.
     *
     * @param report what the caller is about to get
     */
    default void onEnd(FlattenReport report) {}
}
