package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.HeldPosition;
import io.github.clearstreet.closeout.OrderState;
import io.github.clearstreet.closeout.TimelineEvent;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the run of one account is, as its events tell. Not thread-safe. */
final class AccountProgress {
    private final long account;
    private final Instant startedAt;
    private final Map<String, OrderState> workingOrders = new HashMap<>();
    private @Nullable List<HeldPosition> held;
    private @Nullable TimelineEvent last;

    AccountProgress(long account, Instant startedAt) {
        this.account = account;
        this.startedAt = startedAt;
    }

    void add(TimelineEvent event) {
        last = event;
        if (event.kind() == Kind.READ) {
            held = event.positions();
        }
        event.order().ifPresent(order -> {
            String id = order.id().orElseGet(order::toString);
            if (order.canFill()) {
                workingOrders.put(id, order);
            } else {
                workingOrders.remove(id);
            }
        });
    }

    long account() {
        return account;
    }

    boolean hasEnded() {
        return last != null && last.kind() == Kind.ENDED;
    }

    /** Whether positions and orders were read once. */
    boolean hasLooked() {
        return held != null;
    }

    String lastText() {
        return last == null ? "" : last.text();
    }

    /** Empty also as long as nothing was read. */
    List<HeldPosition> held() {
        return held == null ? List.of() : held;
    }

    /** How many are left; a question mark as long as nothing was read. */
    String positions() {
        return held == null ? "?" : Integer.toString(held.size());
    }

    int orders() {
        return workingOrders.size();
    }

    /** Until now, or until the end. */
    String elapsed(Instant now) {
        Instant until = last != null && last.kind() == Kind.ENDED ? last.at() : now;
        long seconds = Math.max(0, Duration.between(startedAt, until).toSeconds());
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
