package io.github.clearstreet.closeout;

import java.time.Duration;

/** The waits of a run between two looks: longer each time, until something changes. Not thread-safe. */
final class Polling {
    private final RunTime time;
    private final Duration first;
    private final Duration slowest;
    private Duration next;

    Polling(RunTime time, Settings settings) {
        this.time = time;
        this.first = settings.firstPoll();
        this.slowest = settings.slowestPoll();
        this.next = first;
    }

    void pause() {
        time.pause(next);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(slowest) < 0 ? doubled : slowest;
    }

    void startOver() {
        next = first;
    }
}
