package io.github.clearstreet.closeout;

import io.github.clearstreet.json.OpenEnum;
import io.github.clearstreet.runtime.json.PlainJson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reports as JSON, in the API's own words. Decimal numbers are text, as in the API. What is not known is left out. */
final class ReportJson {
    private ReportJson() {}

    static String of(FlattenReport report) {
        return PlainJson.text(plain(report));
    }

    static String of(FlattenAllReport all) {
        return PlainJson.text(plain(all));
    }

    static Map<String, Object> plain(FlattenAllReport all) {
        Members members = new Members();
        members.put("flat", all.flat());
        members.put("reports", each(all.reports(), ReportJson::plain));
        return members.plain;
    }

    static String of(Preview preview) {
        return PlainJson.text(plain(preview));
    }

    static Map<String, Object> plain(Preview preview) {
        Members members = new Members();
        members.put("account_id", preview.accountId());
        members.put("flat", preview.flat());
        members.put("taken_at", preview.takenAt().toString());
        members.put("positions", each(preview.positions(), ReportJson::plain));
        members.put("other_open_orders", each(preview.otherOpenOrders(), ReportJson::plain));
        members.put("problems", preview.problems());
        members.put("remarks", preview.remarks());
        return members.plain;
    }

    static String of(Reconciliation reconciliation) {
        return PlainJson.text(plain(reconciliation));
    }

    static Map<String, Object> plain(Reconciliation reconciliation) {
        Members members = new Members();
        members.put("account_id", reconciliation.attempt().accountId());
        members.put("instrument_id", reconciliation.attempt().instrumentId());
        members.put("sent_at", reconciliation.attempt().sentAt().toString());
        members.put("verdict", reconciliation.verdict().name());
        members.put("advice", reconciliation.advice());
        members.put("orders", each(reconciliation.orders(), ReportJson::plain));
        members.put("positions", each(reconciliation.positions(), ReportJson::plain));
        return members.plain;
    }

    static Map<String, Object> plain(FlattenReport report) {
        Members members = new Members();
        members.put("account_id", report.accountId());
        members.put("flat", report.flat());
        members.put("stop_reason", report.stopReason().name());
        members.put("message", report.message());
        members.put("started_at", report.startedAt().toString());
        members.put("ended_at", report.endedAt().toString());
        members.put("positions", each(report.positions(), ReportJson::plain));
        members.put("other_open_orders", each(report.otherOpenOrders(), ReportJson::plain));
        members.put("cancelled_orders", each(report.cancelledOrders(), ReportJson::again));
        members.put("unresolved", each(report.unresolved(), ReportJson::plain));
        members.put("resolved", each(report.resolved(), ReportJson::plain));
        members.put("remarks", report.remarks());
        members.put("request_ids", report.requestIds());
        members.put("timeline", each(report.timeline(), ReportJson::plain));
        return members.plain;
    }

    static Map<String, Object> plain(PositionReport position) {
        Members members = new Members();
        members.put("symbol", position.symbol());
        members.put("instrument_id", position.instrumentId());
        members.put("quantity_before", position.before().quantity());
        members.put("quantity_after", position.after());
        members.put("as_of", position.asOf().map(Object::toString));
        if (position.wentThroughZero()) {
            members.put("went_through_zero", true);
        }
        members.put("reason", position.reason());
        members.put("orders", each(position.orders(), ReportJson::plain));
        return members.plain;
    }

    static Map<String, Object> plain(PreviewedPosition position) {
        Members members = new Members();
        members.put("symbol", position.position().symbol());
        members.put("instrument_id", position.position().instrumentId());
        members.put("side", position.closingSide().value());
        members.put("quantity", position.closingQuantity());
        members.put("market_value", position.estimatedValue());
        members.put("open_orders", each(position.openOrders(), ReportJson::plain));
        return members.plain;
    }

    static Map<String, Object> plain(HeldPosition position) {
        Members members = new Members();
        members.put("symbol", position.symbol());
        members.put("instrument_id", position.instrumentId());
        members.put("quantity", position.quantity());
        members.put("market_value", position.marketValue());
        return members.plain;
    }

    static Map<String, Object> plain(OrderState order) {
        Members members = new Members();
        members.put("id", order.id());
        members.put("symbol", order.symbol());
        members.put("instrument_id", order.instrumentId());
        members.put("side", order.side().map(OpenEnum::value));
        members.put("quantity", order.quantity());
        members.put("filled_quantity", order.filledQuantity());
        members.put("average_fill_price", order.averagePrice());
        members.put("status", order.status().map(OpenEnum::value));
        members.put("releases_at", order.releasesAt().map(Object::toString));
        members.put("created_at", order.createdAt().map(Object::toString));
        members.put("details", order.details());
        return members.plain;
    }

    /** With all it takes to place the order again. */
    private static Map<String, Object> again(OrderState order) {
        Members members = new Members();
        members.plain.putAll(plain(order));
        OrderTerms.of(order).forEach(members::put);
        return members.plain;
    }

    static Map<String, Object> plain(UnresolvedRequest request) {
        Members members = new Members();
        members.put("operation", request.operation());
        members.put("instrument_id", request.instrumentId());
        members.put("sent_at", request.sentAt().toString());
        members.put("message", request.message());
        members.put("resolution", request.resolution());
        return members.plain;
    }

    static Map<String, Object> plain(TimelineEvent event) {
        Members members = new Members();
        members.put("at", event.at().toString());
        members.put("kind", event.kind().name());
        members.put("text", event.text());
        return members.plain;
    }

    private static <T> List<Map<String, Object>> each(List<T> values, Function<T, Map<String, Object>> form) {
        return values.stream().map(form).toList();
    }

    private static final class Members {
        private final Map<String, Object> plain = new LinkedHashMap<>();

        void put(String name, Object value) {
            plain.put(name, value instanceof BigDecimal number ? number.toPlainString() : value);
        }

        void put(String name, Optional<?> value) {
            value.ifPresent(present -> put(name, present));
        }
    }
}
