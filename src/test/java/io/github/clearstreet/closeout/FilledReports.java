package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Reports of every kind with every part filled, made without a run. */
final class FilledReports {
    private static final Instant TIME = Instant.parse("2026-01-02T15:00:00Z");

    private FilledReports() {}

    static FlattenReport flatten() {
        return new FlattenReport(
                19816,
                StopReason.OPEN_ORDERS,
                "Not everything could be closed.",
                TIME,
                TIME.plusMillis(1_250),
                List.of(
                        new PositionReport(
                                held(), new BigDecimal("-4E+1"), TIME, List.of(order()), "an open order stays", true),
                        new PositionReport(bare(), null, null, List.of(), null, false)),
                List.of(Texts.order("o-2", "NEW")),
                List.of(order()),
                List.of(
                        new UnresolvedRequest("close_position", "i-1", TIME, "no answer"),
                        new UnresolvedRequest("close_positions", null, TIME, "dropped")),
                List.of(new UnresolvedRequest("close_positions", null, TIME, "late").resolvedBy("carried out")),
                List.of("cash is left out"),
                List.of("r-1", "r-2"),
                List.of(new TimelineEvent(TIME, TimelineEvent.Kind.STARTED, "go")));
    }

    static FlattenReport flat() {
        return new FlattenReport(
                7,
                StopReason.FLAT,
                "Nothing is held.",
                TIME,
                TIME,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Preview preview() {
        return new Preview(
                19816,
                TIME.plusMillis(5),
                List.of(new PreviewedPosition(held(), List.of(order())), new PreviewedPosition(bare(), List.of())),
                List.of(Texts.order("o-2", "NEW")),
                List.of("a page is missing"),
                List.of("cash is left out"),
                false);
    }

    static Reconciliation reconciliation() {
        return new Reconciliation(
                ClosingAttempt.sentAt(19816, TIME).withInstrument("i-1"),
                Verdict.STILL_UNKNOWN,
                "Look again.",
                List.of(order()),
                List.of(held(), bare()));
    }

    private static HeldPosition held() {
        return HeldPosition.of("i-1", "GOOG", new BigDecimal("-1E+2"), new BigDecimal("-15025.00"));
    }

    private static HeldPosition bare() {
        return HeldPosition.of("i-2", "MSFT", BigDecimal.TEN);
    }

    private static OrderState order() {
        return Texts.order("""
                {'id': 'o-1', 'instrument_id': 'i-1', 'symbol': 'GOOG', 'side': 'BUY', 'order_type': 'MARKET',
                'quantity': '100', 'filled_quantity': '60', 'leaves_quantity': '40', 'average_fill_price': '150.25',
                'status': 'PARTIALLY_FILLED', 'queue_state': 'AWAITING_RELEASE', 'releases_at': '2026-01-03T14:30:00Z',
                'created_at': '2026-01-02T15:00:00Z', 'details': ['held back']}""");
    }
}
