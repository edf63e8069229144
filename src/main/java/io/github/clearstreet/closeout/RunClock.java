package io.github.clearstreet.closeout;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The time of one run: what is left of it, and every wait in it. Its instants are monotonic; {@link #shown} translates. */
final class RunClock {
    private final MonotonicTime time;
    private final Instant began;
    private final Instant shownStart;
    private final @Nullable Instant endsAt;
    private final Duration callDeadline;
    private final Duration firstPoll;
    private final Duration slowestPoll;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private Duration nextPoll;

    private RunClock(Settings settings, @Nullable Duration deadline) {
        this.time = settings.time();
        this.began = time.now();
        this.shownStart = settings.clock().instant();
        this.endsAt = deadline == null ? null : began.plus(deadline);
        this.callDeadline = settings.callDeadline();
        this.firstPoll = settings.firstPoll();
        this.slowestPoll = settings.slowestPoll();
        this.nextPoll = firstPoll;
    }

    static RunClock until(Settings settings, Duration deadline) {
        return new RunClock(settings, deadline);
    }

    /** For a few reads, which end by themselves: by their own deadlines and, after an interrupt, at once. */
    static RunClock endless(Settings settings) {
        return new RunClock(settings, null);
    }

    Instant now() {
        return time.now();
    }

    Instant startedAt() {
        return began;
    }

    /** The time of day at this moment, counted on from the one at the start. */
    Instant shown(Instant moment) {
        return shownStart.plus(Duration.between(began, moment));
    }

    Instant shownNow() {
        return shown(now());
    }

    /** The moment at which it is this time of day; the other way round than {@link #shown}. */
    Instant moment(Instant timeOfDay) {
        return began.plus(Duration.between(shownStart, timeOfDay));
    }

    boolean isBefore(Instant moment) {
        return now().isBefore(moment);
    }

    /** True if this moment comes before the run has to end. */
    boolean endsAfter(Instant moment) {
        return endsAt != null && moment.isBefore(endsAt);
    }

    /** Gives this much, or what is left of the run if that is less. Without an end nothing takes longer than a call. */
    Duration atMost(Duration length) {
        Duration left = endsAt == null ? callDeadline : Duration.between(now(), endsAt);
        return length.compareTo(left) < 0 ? length : left;
    }

    /** How long the next call may take, in real time: of that, a run on another time has no less at its end. */
    Duration timeOfCall() {
        return time.isReal() ? atMost(callDeadline) : callDeadline;
    }

    /** True if there is time to send a request that changes something, and to learn what became of it. */
    boolean hasTimeToChange() {
        return atMost(callDeadline).equals(callDeadline);
    }

    /** Ends the run at its next step, from any thread. */
    void stop() {
        stopped.set(true);
    }

    /** Throws if the run has to end here. */
    void check() {
        if (endsAt == null) {
            return;
        }
        if (stopped.get() || Thread.currentThread().isInterrupted()) {
            throw new StopRun(
                    StopReason.CANCELLED, "The caller ended the run. Orders that are listed as open stay open.");
        }
        if (!isBefore(endsAt)) {
            throw new StopRun(StopReason.DEADLINE, "The deadline is over. Orders that are listed as open stay open.");
        }
    }

    /** Waits, but not beyond the end of the run. */
    void pause(Duration length) {
        check();
        Duration wait = atMost(length);
        try {
            if (!wait.isNegative() && !wait.isZero()) {
                time.sleep(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        check();
    }

    /** How long to wait before the next look: longer each time, until {@link #pollOften}. */
    Duration nextPoll() {
        Duration poll = nextPoll;
        Duration doubled = poll.multipliedBy(2);
        nextPoll = doubled.compareTo(slowestPoll) < 0 ? doubled : slowestPoll;
        return poll;
    }

    /** Something changes: the next looks follow soon. */
    void pollOften() {
        nextPoll = firstPoll;
    }
}
