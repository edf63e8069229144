package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.PlainBroker.ACCOUNT;
import static io.github.clearstreet.closeout.PlainBroker.START;
import static io.github.clearstreet.closeout.PlainBroker.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.closeout.PlainBroker.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More of the same kinds as the cases that others found. */
class FurtherCasesTest {
    @AutoClose
    private final PlainBroker broker = new PlainBroker().holds("GOOG", "25").holds("MSFT", "-10");

    FurtherCasesTest() throws IOException {}

    private FlattenReport flat(ClosingMethod method) {
        FlattenReport report = broker.flatten(method);
        assertThat(broker.crossings).as(PlainBroker.text(report)).isEmpty();
        assertThat(report.flat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.isFlat()).as(PlainBroker.text(report)).isTrue();
        return report;
    }

    private FlattenReport safe(ClosingMethod method) {
        FlattenReport report = broker.flatten(method);
        assertThat(broker.crossings).as(PlainBroker.text(report)).isEmpty();
        if (report.flat()) {
            assertThat(broker.isFlat()).as(PlainBroker.text(report)).isTrue();
        }
        return report;
    }

    private void once(UnaryOperator<Reply> change) {
        boolean[] done = {false};
        broker.afterwards = request -> reply -> {
            if (request.changes() && !done[0]) {
                done[0] = true;
                return change.apply(reply);
            }
            return reply;
        };
    }

    private Map<String, Object> stranger(String symbol, String side, String quantity, String type) {
        return broker.order(symbol, side, quantity, type);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenPositionsAreNinetySecondsBehind_neverCrossesZero(ClosingMethod method) {
        lag(Duration.ofSeconds(90));
        safe(method);
    }

    private void lag(Duration lag) {
        lagFrom(new LinkedHashMap<>(broker.held), lag);
    }

    private void lagFrom(Map<String, BigDecimal> start, Duration lag) {
        List<Map.Entry<Instant, Map<String, BigDecimal>>> history = new ArrayList<>();
        history.add(Map.entry(START, start));
        broker.afterwards = request -> reply -> {
            history.add(Map.entry(broker.clock.instant(), new LinkedHashMap<>(broker.held)));
            if (!request.reads("positions")) {
                return reply;
            }
            Map<String, BigDecimal> shown = start;
            for (var entry : history) {
                if (!entry.getKey().isAfter(broker.clock.instant().minus(lag))) {
                    shown = entry.getValue();
                }
            }
            Map<String, BigDecimal> now = new LinkedHashMap<>(broker.held);
            broker.held.putAll(shown);
            Reply old = broker.byLedger(request);
            broker.held.putAll(now);
            return old;
        };
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenItsOrderVanishesAndExecutionsAreRefused_saysNothingFalse(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(50);
        broker.orderRows = row -> broker.clock.instant().isAfter(START.plusSeconds(10)) ? List.of() : List.of(row);
        broker.instead =
                request -> request.reads("executions") ? Optional.of(Reply.error(403, "No")) : Optional.empty();
        safe(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOrdersShowFortySecondsLateAfterALostRequest_neverCrossesZero(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(60);
        once(reply -> new Reply(0, "", Map.of()));
        Map<Object, Instant> seen = new LinkedHashMap<>();
        broker.orderRows = row -> broker.clock
                        .instant()
                        .isAfter(seen.computeIfAbsent(row.get("id"), id -> broker.clock.instant())
                                .plusSeconds(40))
                ? List.of(row)
                : List.of();
        safe(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheTotalOfAnEmptyListIsAText_isNotFooled(ClosingMethod method) {
        int[] reads = {0};
        broker.afterwards = request -> reply -> request.reads("positions") && ++reads[0] <= 1
                ? new Reply(
                        200,
                        "{\"data\":[],\"error\":null,\"metadata\":{\"request_id\":\"r\",\"total_items\":\"2\"}}",
                        Map.of())
                : reply;
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,null", "BROKER,{}", "OWN_ORDERS,null", "OWN_ORDERS,{}", "OWN_ORDERS,\"\"", "BROKER,\"\""})
    void flatten_whenPositionsAreNoList_isNotFlat(ClosingMethod method, String data) {
        broker.afterwards = request -> reply -> request.reads("positions")
                ? new Reply(200, "{\"data\":" + data + ",\"error\":null,\"metadata\":{\"request_id\":\"r\"}}", Map.of())
                : reply;
        FlattenReport report = safe(method);
        assertThat(report.flat()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 203, 204, 205, 206, 226, 304})
    void flatten_whenPositionsComeWithoutABody_isNotFlat(int status) {
        broker.instead =
                request -> request.reads("positions") ? Optional.of(new Reply(status, "", Map.of())) : Optional.empty();
        assertThat(broker.flatten(ClosingMethod.OWN_ORDERS).flat()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOrdersHaveTheSymbolForAnId_cancelsTheOpenOne(ClosingMethod method) {
        broker.orderRows = row -> List.of(with(row, "instrument_id", row.get("symbol")));
        broker.executionRows = row -> List.of(with(row, "instrument_id", row.get("symbol")));
        stranger("GOOG", "SELL", "25", "LIMIT");
        FlattenReport report = flat(method);
        assertThat(broker.orders.get(0).get("status"))
                .as(PlainBroker.text(report))
                .isEqualTo("CANCELED");
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenExecutionsNameNoInstrument_isFlat(ClosingMethod method) {
        broker.executionRows = row -> List.of(with(with(row, "instrument_id", null), "symbol", null));
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenExecutionsNameNoInstrumentAndPositionsLag_neverCrossesZero(ClosingMethod method) {
        broker.executionRows = row -> List.of(with(with(row, "instrument_id", null), "symbol", null));
        lag(Duration.ofSeconds(50));
        safe(method);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,sell,buy", "OWN_ORDERS,sell,buy", "BROKER,SELL_SHORT,BUY", "OWN_ORDERS,SELL_SHORT,BUY"})
    void flatten_whenOnlyExecutionsSpellTheSideOtherwise_isFlat(ClosingMethod method, String sell, String buy) {
        broker.executionRows = row -> List.of(with(row, "side", "SELL".equals(row.get("side")) ? sell : buy));
        lag(Duration.ofSeconds(50));
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenQuantitiesOfSalesHaveASign_neverCrossesZero(ClosingMethod method) {
        broker.orderRows = row -> {
            Map<String, Object> bent = row;
            for (String field : List.of("quantity", "filled_quantity", "leaves_quantity")) {
                bent = "SELL".equals(row.get("side")) && !"0".equals(row.get(field))
                        ? with(bent, field, "-" + row.get(field))
                        : bent;
            }
            return List.of(bent);
        };
        safe(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenSomebodySubmitsTheSameOrderAsTheLostOne_isFlat(ClosingMethod method) {
        // The close never reached the server.
        boolean[] lost = {false};
        broker.instead = request -> {
            if (request.changes() && !lost[0]) {
                lost[0] = true;
                broker.fillsAfter = Duration.ofSeconds(20);
                stranger("GOOG", "SELL", "25", "MARKET");
                return Optional.of(new Reply(0, "", Map.of()));
            }
            return Optional.empty();
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenAnOrderHasAnOlderTickerOnly_neverCrossesZero(ClosingMethod method) {
        Map<String, Object> order = stranger("GOOG", "SELL", "25", "LIMIT");
        broker.orderRows =
                row -> List.of(order == row ? with(with(row, "symbol", "GOOGL.OLD"), "instrument_id", null) : row);
        safe(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenSomebodySellsDuringASlowLook_looksAgain(ClosingMethod method) {
        int[] reads = {0};
        boolean[] traded = {false};
        broker.afterwards = request -> reply -> {
            if (request.reads("orders") && ++reads[0] >= 2 && !traded[0] && broker.changes.isEmpty()) {
                broker.clock.advance(Duration.ofSeconds(9));
                if (reads[0] == 4) {
                    traded[0] = true;
                    broker.fill(stranger("GOOG", "SELL", "25", "MARKET"), new BigDecimal(25));
                }
            }
            return reply;
        };
        broker.fillsAfter = Duration.ofSeconds(1);
        FlattenReport report = broker.flatten(method);
        assertThat(broker.held.get("GOOG")).as(PlainBroker.text(report)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "BROKER,''",
        "BROKER,yesterday",
        "OWN_ORDERS,'Fri, 02 Jan 2026 15:00:00 GMT'",
        "BROKER,'Fri, 02 Jan 2026 15:00:00 GMT'",
        "BROKER,'Thu, 01 Jan 1970 00:00:00 GMT'",
        "OWN_ORDERS,'Thu, 01 Jan 1970 00:00:00 GMT'",
        "BROKER,'Fri, 01 Jan 2100 00:00:00 GMT'",
        "OWN_ORDERS,'Fri, 01 Jan 2100 00:00:00 GMT'"
    })
    void flatten_whenTheDateIsWrongOrNoneAndTheFirstRequestIsLost_isFlat(ClosingMethod method, String date) {
        broker.saysDate = false;
        broker.fillsAfter = Duration.ofSeconds(20);
        boolean[] lost = {false};
        broker.afterwards = request -> reply -> {
            if (request.changes() && !lost[0]) {
                lost[0] = true;
                return new Reply(0, "", Map.of());
            }
            return reply.withHeader("Date", date);
        };
        flat(method);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 404, 408, 409, 425, 429, 460, 500, 503, 999})
    void flatten_whenAClosingRequestIsCarriedOutThoughAnsweredOtherwise_neverCrossesZero(int status)
            throws IOException {
        for (ClosingMethod method : ClosingMethod.values()) {
            for (boolean withData : List.of(true, false)) {
                try (PlainBroker one = new PlainBroker().holds("GOOG", "25").holds("MSFT", "-10")) {
                    one.fillsAfter = Duration.ofSeconds(50);
                    boolean[] done = {false};
                    one.afterwards = request -> reply -> {
                        if (request.changes() && !done[0]) {
                            done[0] = true;
                            return new Reply(status, withData ? reply.body() : "", Map.of());
                        }
                        return reply;
                    };

                    FlattenReport report = one.flatten(method);

                    assertThat(one.crossings).as(PlainBroker.text(report)).isEmpty();
                    assertThat(one.isFlat()).as(PlainBroker.text(report)).isTrue();
                }
            }
        }
    }

    @Test
    void flatten_withManyPositionsAndOneOrderThatStays_closesTheOthersWithinSeconds() throws IOException {
        for (ClosingMethod method : ClosingMethod.values()) {
            try (PlainBroker one = new PlainBroker()) {
                for (int i = 0; i < (method == ClosingMethod.BROKER ? 30 : 1000); i++) {
                    one.holds("S" + i, "5");
                }
                Map<String, Object> stuck = one.order("S20", "SELL", "5", "LIMIT");
                one.instead = request -> request.method().equals("DELETE")
                                && request.path().endsWith("/orders/" + stuck.get("id"))
                        ? Optional.of(Reply.error(403, "Not yours"))
                        : request.method().equals("DELETE") && request.path().endsWith("/orders")
                                ? Optional.of(Reply.error(403, "Not all"))
                                : Optional.empty();
                FlattenReport report = one.flatten(method);
                long open =
                        one.held.values().stream().filter(q -> q.signum() != 0).count();
                assertThat(open).as(report.message()).isEqualTo(1);
            }
        }
    }

    @Test
    void flatten_withThousandsOfOldOrdersAndBusyPages_closesWithinSeconds() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            Map<String, Object> order = broker.order("OLD" + i % 50, "SELL", "5", "LIMIT");
            order.put("status", i % 3 == 0 ? "CANCELED" : i % 3 == 1 ? "FILLED" : "EXPIRED");
            order.put("created_at", "2025-10-02T15:00:00Z");
            order.put("updated_at", "2025-10-02T15:00:00Z");
        }
        int[] n = {0};
        broker.instead = request ->
                request.reads("orders") && ++n[0] % 10 == 7 ? Optional.of(Reply.error(503, "Busy")) : Optional.empty();
        Instant[] first = {null};
        broker.afterwards = request -> reply -> {
            if (request.changes() && first[0] == null) {
                first[0] = broker.clock.instant();
            }
            return reply;
        };
        flat(ClosingMethod.OWN_ORDERS);
        assertThat(first[0]).isBefore(START.plusSeconds(15));
    }

    @ParameterizedTest
    @CsvSource({
        "BROKER,GOOD_TILL_CANCEL,NEW,GOOG",
        "OWN_ORDERS,GOOD_TILL_CANCEL,NEW,GOOG",
        "OWN_ORDERS,DAY,SUSPENDED,GOOG",
        "OWN_ORDERS,DAY,STOPPED,''",
        "OWN_ORDERS,GOOD_TILL_CANCEL,OTHER,''",
        "OWN_ORDERS,GOOD_TILL_DATE,HELD,GOOG",
        "BROKER,GOOD_TILL_CANCEL,CALCULATED,GOOG"
    })
    void flatten_whenAnOldOrderCannotBeCancelled_closesTheOthers(
            ClosingMethod method, String tif, String status, String symbol) {
        Map<String, Object> order = stranger("GOOG", "SELL", "25", "LIMIT");
        order.put("created_at", "2025-10-02T15:00:00Z");
        order.put("updated_at", "2025-10-02T15:00:00Z");
        order.put("time_in_force", tif);
        order.put("status", status);
        if (symbol.isEmpty()) {
            order.put("symbol", null);
            order.put("instrument_id", null);
        }
        broker.instead =
                request -> request.method().equals("DELETE") && request.path().contains("/orders")
                        ? Optional.of(Reply.error(404, "No such order"))
                        : Optional.empty();
        FlattenReport report = safe(method);
        assertThat(broker.held.get("MSFT")).as(PlainBroker.text(report)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOneInstrumentIsRefused_closesTheOtherAndSaysWhy(ClosingMethod method) {
        broker.instead = request -> request.changes()
                        && (request.path().contains(PlainBroker.id("GOOG"))
                                || request.path().endsWith("/positions")
                                || request.body().contains(PlainBroker.id("GOOG")))
                ? Optional.of(Reply.error(422, "GOOG is not tradable"))
                : Optional.empty();
        FlattenReport report = safe(method);
        assertThat(broker.held.get("MSFT")).as(PlainBroker.text(report)).isEqualByComparingTo("0");
        assertThat(report.message()).contains("not tradable");
    }

    @ParameterizedTest
    @CsvSource({"BROKER,500", "OWN_ORDERS,500", "OWN_ORDERS,503", "BROKER,502", "OWN_ORDERS,504", "BROKER,501"})
    void flatten_whenOneInstrumentBreaksTheServer_closesTheOther(ClosingMethod method, int status) {
        broker.instead = request -> request.changes()
                        && (request.path().contains(PlainBroker.id("GOOG"))
                                || request.path().endsWith("/positions")
                                || request.body().contains(PlainBroker.id("GOOG")))
                ? Optional.of(Reply.error(status, "broken"))
                : Optional.empty();
        FlattenReport report = broker.builder()
                .build()
                .flatten(ACCOUNT, FlattenOptions.defaults().withMethod(method).withDeadline(Duration.ofMinutes(10)));
        assertThat(broker.held.get("MSFT")).as(PlainBroker.text(report)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "BROKER,503,120",
        "OWN_ORDERS,503,120",
        "BROKER,429,20",
        "OWN_ORDERS,429,20",
        "OWN_ORDERS,429,-5",
        "OWN_ORDERS,429,soon",
        "BROKER,429,'Fri, 02 Jan 2026 15:00:20 GMT'",
        "OWN_ORDERS,503,'Wed, 21 Oct 2015 07:28:00 GMT'",
        "OWN_ORDERS,429,1e3",
        "OWN_ORDERS,429,99999999999999999999"
    })
    void flatten_whenAChangeIsToComeAgainLater_isFlat(ClosingMethod method, int status, String wait) {
        boolean[] done = {false};
        broker.instead = request -> {
            if (request.changes() && !done[0]) {
                done[0] = true;
                return Optional.of(Reply.error(status, "busy").withHeader("Retry-After", wait));
            }
            return Optional.empty();
        };
        flat(method);
    }

    @Test
    void flatten_whenCashIsSpeltOtherwise_leavesItOut() {
        broker.positionRows = row -> "MSFT".equals(row.get("symbol"))
                ? List.of(with(
                        with(with(row, "instrument_type", "cash"), "quantity", "1000.55"), "position_type", "LONG"))
                : List.of(row);
        broker.held.put("MSFT", new BigDecimal("1000.55"));
        FlattenReport report = broker.flatten(ClosingMethod.OWN_ORDERS);
        assertThat(report.flat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.held.get("MSFT")).isEqualByComparingTo("1000.55");
    }

    @ParameterizedTest
    @CsvSource({"BROKER,short,long", "OWN_ORDERS,short,long"})
    void flatten_whenAShortIsUnsignedAndSpeltOtherwise_doesNotTouchIt(ClosingMethod method, String s, String l) {
        broker.positionRows = row -> "MSFT".equals(row.get("symbol"))
                ? List.of(with(with(row, "quantity", "10"), "position_type", s))
                : List.of(with(row, "position_type", l));
        FlattenReport report = broker.flatten(method);
        assertThat(broker.held.get("MSFT")).as(PlainBroker.text(report)).isEqualByComparingTo("-10");
        assertThat(broker.held.get("GOOG")).as(PlainBroker.text(report)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"BROKER,positions", "OWN_ORDERS,positions", "OWN_ORDERS,orders", "OWN_ORDERS,executions"})
    void flatten_whenATokenIsRefusedOnce_readsTheListAgain(ClosingMethod method, String list) {
        boolean[] done = {false};
        broker.afterwards = request -> reply -> {
            if (request.reads(list) && !done[0]) {
                done[0] = true;
                return new Reply(
                        200,
                        reply.body().replace("\"request_id\":\"r\"", "\"request_id\":\"r\",\"next_page_token\":\"1\""),
                        Map.of());
            }
            return "1".equals(request.query().get("page_token")) ? Reply.error(400, "The token has expired") : reply;
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOrdersShowTheLatestTenOnly_findsTheOpenOne(ClosingMethod method) {
        Map<String, Object> old = stranger("GOOG", "SELL", "25", "LIMIT");
        for (int i = 0; i < 20; i++) {
            broker.cancel(stranger("OTHER", "SELL", "1", "LIMIT"));
        }
        broker.afterwards = request -> reply -> {
            if (!request.reads("orders")
                    || !request.query().getOrDefault("status", "").isEmpty()
                    || request.query().containsKey("order_ids")) {
                return reply;
            }
            List<Map<String, Object>> rows =
                    broker.orders.subList(Math.max(0, broker.orders.size() - 10), broker.orders.size());
            return Reply.data(rows);
        };
        flat(method);
        assertThat(old.get("status")).isEqualTo("CANCELED");
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenBothFirstListsOfOrdersAreEmpty_findsTheOpenOneLater(ClosingMethod method) {
        // A replica that is 5 s behind shows no orders at all in the first reads.
        stranger("GOOG", "SELL", "25", "LIMIT");
        broker.clock.advance(Duration.ofMinutes(10));
        int[] reads = {0};
        broker.afterwards =
                request -> reply -> request.reads("orders") && ++reads[0] <= 2 ? Reply.data(List.of()) : reply;
        flat(method);
        assertThat(broker.orders.get(0).get("status")).isEqualTo("CANCELED");
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheBrokerClosesLessThanAsked_closesTheRest(ClosingMethod method) {
        // The broker rounds to a lot: closes 20 of 25.
        broker.also = order -> {
            if ("25".equals(order.get("quantity"))) {
                order.put("quantity", "20");
                order.put("leaves_quantity", "20");
            }
            return List.of();
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenASplitDoublesThePosition_isFlat(ClosingMethod method) {
        broker.fillsAfter = null;
        boolean[] split = {false};
        broker.beforeEachPause = () -> {
            if (broker.clock.instant().isAfter(START.plusSeconds(20)) && !split[0]) {
                split[0] = true;
                broker.orders.forEach(broker::cancel);
                broker.held.put("GOOG", new BigDecimal(50));
                broker.fillsAfter = Duration.ofSeconds(1);
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenAFillIsTakenBack_neverCrossesZero(ClosingMethod method) {
        // The close fills, and the exchange cancels the trade a minute later: held again.
        boolean[] busted = {false};
        broker.beforeEachPause = () -> {
            if (!busted[0] && broker.isFlat()) {
                busted[0] = true;
                broker.held.put("GOOG", new BigDecimal(25));
            }
        };
        safe(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenSomebodyReplacesItsOrder_isFlat(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(40);
        boolean[] done = {false};
        broker.beforeEachPause = () -> {
            if (!done[0] && broker.orders.size() == 2) {
                done[0] = true;
                Map<String, Object> ours = broker.orders.get(0);
                ours.put("status", "REPLACED");
                ours.put("leaves_quantity", "0");
                Map<String, Object> next = broker.order("GOOG", "SELL", "25", "LIMIT");
                next.put("limit_price", "9000");
            }
        };
        safe(method);
        assertThat(broker.isFlat()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenARowComesTwiceOnAPageBorder_isFlat(ClosingMethod method) {
        int[] n = {0};
        broker.positionRows = row -> ++n[0] <= 4 && "GOOG".equals(row.get("symbol")) ? List.of(row, row) : List.of(row);
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenAnOrderIsRejectedForAPause_triesAgain(ClosingMethod method) {
        broker.also = order -> {
            order.put("status", "REJECTED");
            order.put("details", List.of("Trading in this security has been paused by the exchange"));
            return List.of();
        };
        broker.beforeEachPause = () -> {
            if (broker.clock.instant().isAfter(START.plusSeconds(60))) {
                broker.also = order -> List.of();
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_withTinyAndHugeQuantities_isFlat(ClosingMethod method) {
        broker.held.put("GOOG", new BigDecimal("0.000000001"));
        broker.held.put("MSFT", new BigDecimal("-123456789012345678.123456789"));
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenQuantitiesAreNumbers_isFlat(ClosingMethod method) {
        broker.positionRows = row -> List.of(with(row, "quantity", new BigDecimal((String) row.get("quantity"))));
        broker.orderRows = row -> List.of(with(
                with(row, "quantity", new BigDecimal((String) row.get("quantity"))),
                "filled_quantity",
                row.get("filled_quantity") + ".000"));
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenSomethingIsBookedInJustBeforeTheEnd_saysNothingFalse(ClosingMethod method) {
        boolean[] done = {false};
        broker.beforeEachPause = () -> {
            if (!done[0] && broker.isFlat()) {
                done[0] = true;
                broker.trade("GOOG", new BigDecimal(7));
            }
        };
        safe(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_afterAFlatRun_closesWhatCameSince(ClosingMethod method) {
        CloseOut closeOut = broker.builder().build();
        FlattenOptions options = FlattenOptions.defaults().withMethod(method);
        assertThat(closeOut.flatten(ACCOUNT, options).flat()).isTrue();
        broker.fill(broker.order("GOOG", "BUY", "25", "LIMIT"), new BigDecimal(25));
        FlattenReport second = closeOut.flatten(ACCOUNT, options);
        assertThat(second.flat()).as(PlainBroker.text(second)).isTrue();
        assertThat(broker.isFlat()).as(PlainBroker.text(second)).isTrue();
        assertThat(broker.crossings).isEmpty();
        broker.held.put("GOOG", new BigDecimal(25)); // transferred in: no fill at all
        FlattenReport third = closeOut.flatten(ACCOUNT, options);
        assertThat(third.flat()).as(PlainBroker.text(third)).isTrue();
        assertThat(broker.isFlat()).as(PlainBroker.text(third)).isTrue();
        assertThat(broker.crossings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void flatten_ofTheSameQuantityTransferredInAgain_closesItAgain(ClosingMethod method) {
        flat(method);
        broker.held.put("GOOG", new BigDecimal(25));
        flat(method);
        broker.held.put("GOOG", new BigDecimal(25));
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenAKeptOrderMayClose_leavesThatPosition(ClosingMethod method) {
        Map<String, Object> kept = stranger("GOOG", "SELL", "25", "LIMIT");
        kept.put("status", "STOPPED");
        FlattenReport report = broker.builder()
                .build()
                .flatten(ACCOUNT, FlattenOptions.defaults().withMethod(method).withCancelOrders(false));
        assertThat(broker.held.get("GOOG")).as(PlainBroker.text(report)).isEqualByComparingTo("25");
        assertThat(broker.held.get("MSFT")).as(PlainBroker.text(report)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenExecutionsChangeTheirIds_neverCrossesZero(ClosingMethod method) {
        Map<String, Object> old = stranger("GOOG", "SELL", "5", "LIMIT");
        broker.held.put("GOOG", new BigDecimal(30));
        broker.fill(old, new BigDecimal(5));
        broker.clock.advance(Duration.ofMinutes(10));
        int[] n = {0};
        broker.executionRows = row -> List.of(with(row, "id", row.get("id") + "-" + ++n[0]));
        safe(method);
    }
}
