package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.StopReason;
import io.github.clearstreet.closeout.invariant.Arrival.Told;
import io.github.clearstreet.closeout.invariant.Evidence.Rules;
import io.github.clearstreet.closeout.invariant.LedgerSnapshot.Working;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.PositionChange.Cause;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evidence of a run that never was, about one position in GOOG. */
final class MadeUpRun {
    static final int ROUNDS = 3;
    static final int DEADLINE = 300;
    private static final String SYMBOL = "GOOG";
    private static final Instant START = Instant.parse("2026-01-02T15:00:00Z");

    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<PositionChange> changes = new ArrayList<>();
    private Instant now = START;
    private Map<String, BigDecimal> after = Map.of();

    static LedgerSnapshot ledger(int position, Working... working) {
        return new LedgerSnapshot(
                position == 0 ? Map.of() : Map.of(SYMBOL, BigDecimal.valueOf(position)), List.of(working), 0);
    }

    static Working order(String id, boolean ours, int leaves) {
        return new Working(id, "none", SYMBOL, ours, BigDecimal.valueOf(leaves));
    }

    MadeUpRun looks(LedgerSnapshot ledger) {
        return reads(CallKind.READ_ORDERS, ledger, Told.ACCEPTED).reads(CallKind.READ_POSITIONS, ledger, Told.ACCEPTED);
    }

    MadeUpRun looksAgain(LedgerSnapshot ledger) {
        return reads(CallKind.READ_ORDERS, ledger, Told.ACCEPTED);
    }

    MadeUpRun reads(CallKind kind, LedgerSnapshot ledger, Told told) {
        return arrives(kind, ledger, told);
    }

    MadeUpRun closes(LedgerSnapshot ledger, Told told) {
        return arrives(CallKind.CLOSE, ledger, told);
    }

    MadeUpRun waits(int seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    MadeUpRun changes(int before, int after, Cause cause) {
        changes.add(new PositionChange(
                now,
                SYMBOL,
                BigDecimal.valueOf(after - before),
                BigDecimal.valueOf(before),
                BigDecimal.valueOf(after),
                cause,
                Optional.of("a")));
        return this;
    }

    MadeUpRun reportsAfter(int position) {
        after = Map.of(SYMBOL, BigDecimal.valueOf(position));
        return this;
    }

    Evidence ends(LedgerSnapshot ledger) {
        return ends(StopReason.DEADLINE, ledger);
    }

    Evidence endsFlat(LedgerSnapshot ledger) {
        return ends(StopReason.FLAT, ledger);
    }

    Evidence ends(StopReason reason, LedgerSnapshot ledger) {
        return new Evidence(
                new Rules(
                        START.plusSeconds(DEADLINE),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        true,
                        ROUNDS,
                        true,
                        true,
                        true),
                1,
                List.copyOf(arrivals),
                ledger,
                List.copyOf(changes),
                Map.of("a", 0),
                new Reported(reason, reason == StopReason.FLAT, now, false, after, Set.of(), Set.of(), "made up"),
                now);
    }

    private MadeUpRun arrives(CallKind kind, LedgerSnapshot ledger, Told told) {
        String path =
                "/v1/accounts/1/" + (kind == CallKind.READ_ORDERS || kind == CallKind.CANCEL ? "orders" : "positions");
        arrivals.add(new Arrival(arrivals.size() + 1, 1, kind, now, path, "", "", ledger, told, true, now));
        return this;
    }
}
