package io.github.clearstreet.closeout;

import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one run remembers for its report, told to the listener as it happens. */
final class RunLog {
    private final long accountId;
    private final RunClock clock;
    private final ProgressTeller teller;
    private final ProgressListener listener;
    private final List<TimelineEvent> timeline = new ArrayList<>();
    private final List<String> requestIds = new ArrayList<>();
    private @Nullable String trouble;

    RunLog(long accountId, RunClock clock, ProgressTeller teller, ProgressListener listener) {
        this.accountId = accountId;
        this.clock = clock;
        this.teller = teller;
        this.listener = listener;
    }

    void add(Kind kind, String text) {
        add(new TimelineEvent(clock.shownNow(), kind, text));
    }

    void add(Kind kind, String text, List<HeldPosition> positions) {
        String instrumentId =
                positions.size() == 1 && kind != Kind.READ ? positions.get(0).instrumentId() : null;
        add(new TimelineEvent(clock.shownNow(), kind, text, null, positions, instrumentId));
    }

    void add(OrderState order) {
        add(new TimelineEvent(
                clock.shownNow(),
                Kind.ORDER,
                order.toString(),
                order,
                List.of(),
                order.instrumentId().orElse(null)));
    }

    private void add(TimelineEvent event) {
        timeline.add(event);
        tell(() -> listener.onEvent(accountId, event));
    }

    /** As {@link #add}, unless the latest event says the same: a state that lasts is told once. */
    void addOnce(Kind kind, String text) {
        addOnce(kind, text, List.of());
    }

    void addOnce(Kind kind, String text, List<HeldPosition> positions) {
        TimelineEvent latest = timeline.isEmpty() ? null : timeline.get(timeline.size() - 1);
        if (latest == null || latest.kind() != kind || !latest.text().equals(text)) {
            add(kind, text, positions);
        }
    }

    void ended(FlattenReport report) {
        tell(() -> listener.onEnd(report));
    }

    private void tell(Runnable event) {
        if (listener != FlattenOptions.NOBODY) {
            teller.tell(event);
        }
    }

    void request(Optional<String> requestId) {
        requestId.ifPresent(requestIds::add);
    }

    /** Notes what keeps the run from going on, for the case that it goes on until the deadline. */
    void trouble(String text) {
        trouble = text;
    }

    void noTrouble() {
        trouble = null;
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    List<TimelineEvent> timeline() {
        return timeline;
    }

    List<String> requestIds() {
        return requestIds;
    }
}
