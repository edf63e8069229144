package io.github.clearstreet.closeout;

import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one run remembers for its report, told to the listener as it happens. */
final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.clearstreet");

    private final long accountId;
    private final Clock clock;
    private final ProgressListener listener;
    private final List<TimelineEvent> timeline = new ArrayList<>();
    private final List<String> requestIds = new ArrayList<>();

    RunLog(long accountId, Clock clock, ProgressListener listener) {
        this.accountId = accountId;
        this.clock = clock;
        this.listener = listener;
    }

    void add(Kind kind, String text) {
        TimelineEvent event = new TimelineEvent(clock.instant(), kind, text);
        timeline.add(event);
        tell(() -> listener.onEvent(accountId, event));
    }

    /** As {@link #add}, unless the latest event says the same: a state that lasts is told once. */
    void addOnce(Kind kind, String text) {
        TimelineEvent latest = timeline.isEmpty() ? null : timeline.get(timeline.size() - 1);
        if (latest == null || latest.kind() != kind || !latest.text().equals(text)) {
            add(kind, text);
        }
    }

    void ended(FlattenReport report) {
        tell(() -> listener.onEnd(report));
    }

    void request(Optional<String> requestId) {
        requestId.ifPresent(requestIds::add);
    }

    List<TimelineEvent> timeline() {
        return timeline;
    }

    List<String> requestIds() {
        return requestIds;
    }

    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            LOG.warn("a ProgressListener threw; the run goes on as if it had not", e);
        }
    }
}
