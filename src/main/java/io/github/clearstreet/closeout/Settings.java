package io.github.clearstreet.closeout;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a {@link CloseOutBuilder} has collected. */
record Settings(
        Clock clock,
        MonotonicTime time,
        Executor executor,
        Duration lateExecutionWindow,
        Duration leaseDuration,
        Duration positionLag,
        Duration clockSkew,
        Duration callDeadline,
        Duration firstPoll,
        Duration slowestPoll,
        @Nullable Duration orderLookback,
        int requestsPerSecond,
        int parallelAccounts) {}
