package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.HeldPosition;
import io.github.clearstreet.closeout.PositionReport;
import io.github.clearstreet.closeout.TimelineEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What was held of one instrument over the time of a run: at first, at each look, and at the end. */
final class PositionLine {
    private final List<Held> looks = new ArrayList<>();

    record Held(Instant at, double quantity) {}

    PositionLine(FlattenReport report, PositionReport position) {
        looks.add(new Held(report.startedAt(), position.before().quantity().doubleValue()));
        for (TimelineEvent event : report.timeline()) {
            if (event.kind() == TimelineEvent.Kind.READ && !event.positions().isEmpty()) {
                looks.add(new Held(event.at(), held(event.positions(), position.instrumentId())));
            }
        }
        Instant seen = position.asOf()
                .filter(asOf -> !asOf.isBefore(report.startedAt()) && !asOf.isAfter(report.endedAt()))
                .orElse(report.endedAt());
        position.after().ifPresent(after -> looks.add(new Held(seen, after.doubleValue())));
    }

    private static double held(List<HeldPosition> positions, String instrumentId) {
        return positions.stream()
                .filter(held -> held.instrumentId().equals(instrumentId))
                .map(HeldPosition::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    List<Held> looks() {
        return looks;
    }

    double heldAt(Instant moment) {
        return looks.stream()
                .filter(held -> !held.at().isAfter(moment))
                .reduce((first, next) -> next)
                .orElse(looks.get(0))
                .quantity();
    }

    /** At least zero, which is always in the picture. */
    double highest() {
        return Math.max(0, quantities().max().orElse(0));
    }

    double lowest() {
        return Math.min(0, quantities().min().orElse(0));
    }

    private DoubleStream quantities() {
        return looks.stream().mapToDouble(Held::quantity);
    }
}
