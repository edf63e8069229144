package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.PlainBroker.with;
import static io.github.clearstreet.closeout.PlainBroker.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.closeout.PlainBroker.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker whose lists are less tidy than the sandbox's. */
class UnkindServerTest {
    @AutoClose
    private final PlainBroker broker = new PlainBroker().holds("GOOG", "25").holds("MSFT", "-10");

    UnkindServerTest() throws IOException {}

    private FlattenReport flat(ClosingMethod method) {
        FlattenReport report = broker.flatten(method);
        assertThat(report.flat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.isFlat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.crossings).isEmpty();
        return report;
    }

    private void family(String status, boolean sharesExecutions, boolean listed) {
        // Each order has a child that does the work; both report what filled.
        broker.also = parent -> {
            Map<String, Object> child = new LinkedHashMap<>(parent);
            child.put("id", parent.get("id") + "-child");
            child.put("client_order_id", null);
            child.put("status", status);
            child.put("filled_quantity", status.equals("FILLED") ? parent.get("quantity") : "0");
            child.put("leaves_quantity", status.equals("FILLED") ? "0" : parent.get("quantity"));
            child.put("order_type", "LIMIT");
            return List.of(child);
        };
        broker.orderRows =
                row -> String.valueOf(row.get("id")).endsWith("-child") && !listed ? List.of() : List.of(row);
        broker.executionRows =
                row -> List.of(sharesExecutions ? row : with(row, "order_id", row.get("order_id") + "-child"));
    }

    @ParameterizedTest
    @EnumSource
    void flatten_ofAPlainBroker_isFlat(ClosingMethod method) {
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,404", "BROKER,500", "BROKER,403", "OWN_ORDERS,404", "OWN_ORDERS,500", "OWN_ORDERS,200"})
    void flatten_whenExecutionsAreRefusedOrEmpty_isFlat(ClosingMethod method, int status) {
        broker.instead = request -> request.reads("executions")
                ? Optional.of(status == 200 ? Reply.data(List.of()) : Reply.error(status, "No"))
                : Optional.empty();
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenExecutionsNameAChildThatNoListShows_isFlat(ClosingMethod method) {
        family("FILLED", false, false);
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenAChildReportsTheSameFills_isFlat(ClosingMethod method) {
        family("FILLED", true, true);
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheChildHasTheExecutions_isFlat(ClosingMethod method) {
        family("FILLED", false, true);
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenNoOrderSaysItsClientId_closesOnce(ClosingMethod method) {
        broker.orderRows = row -> List.of(without(row, "client_order_id"));
        flat(method);
        assertThat(broker.changes).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenNoOrderSaysItsClientIdAndFillsLate_closesOnce(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(50);
        broker.orderRows = row -> List.of(without(row, "client_order_id"));
        flat(method);
        assertThat(broker.changes).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenNoOrderSaysItsClientIdAndTheResponseIsLost_neverCrossesZero(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(50);
        broker.orderRows = row -> List.of(without(row, "client_order_id"));
        loseFirst();
        flat(method);
    }

    private void loseFirst() {
        boolean[] lost = {false};
        broker.afterwards = request -> reply -> {
            if (request.changes() && !lost[0]) {
                lost[0] = true;
                return new Reply(0, "", Map.of());
            }
            return reply;
        };
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenNoListEverShowsItsOrders_believesTheExecutions(ClosingMethod method) {
        broker.afterwards = request -> reply -> request.reads("orders") ? Reply.data(List.of()) : reply;
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({
        "BROKER,CANCELLED",
        "BROKER,cancelled",
        "BROKER,filled",
        "BROKER,EXECUTED",
        "BROKER,Filled",
        "OWN_ORDERS,EXECUTED",
        "OWN_ORDERS,filled"
    })
    void flatten_whenAFinalStatusIsSpeltOtherwise_isFlat(ClosingMethod method, String word) {
        broker.orderRows = row -> List.of("FILLED".equals(row.get("status")) ? with(row, "status", word) : row);
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({
        "BROKER,sell,buy",
        "BROKER,SELL_TO_CLOSE,BUY_TO_CLOSE",
        "BROKER,SELL,BUY_TO_COVER",
        "OWN_ORDERS,Sell,Buy",
        "OWN_ORDERS,S,B"
    })
    void flatten_whenASideIsSpeltOtherwise_isFlat(ClosingMethod method, String sell, String buy) {
        broker.orderRows = row -> List.of(with(row, "side", "SELL".equals(row.get("side")) ? sell : buy));
        broker.executionRows = row -> List.of(with(row, "side", "SELL".equals(row.get("side")) ? sell : buy));
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOrdersAndExecutionsComeTwice_isFlat(ClosingMethod method) {
        broker.orderRows = row -> List.of(row, row);
        broker.executionRows = row -> List.of(row, row);
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenPositionsComeTwice_isNotFlatAndNeverCrossesZero(ClosingMethod method) {
        broker.positionRows = row -> List.of(row, row);
        FlattenReport report = broker.flatten(method);
        assertThat(broker.crossings).isEmpty();
        assertThat(report.flat()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BROKER,account_id",
        "OWN_ORDERS,account_id",
        "BROKER,symbol",
        "OWN_ORDERS,symbol",
        "BROKER,position_type",
        "OWN_ORDERS,position_type",
        "BROKER,market_value",
        "OWN_ORDERS,market_value",
        "BROKER,instrument_type",
        "OWN_ORDERS,instrument_type",
        "BROKER,available_quantity"
    })
    void flatten_whenAFieldOfPositionsIsNull_isFlat(ClosingMethod method, String field) {
        broker.positionRows = row -> List.of(with(row, field, null));
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({
        "BROKER,account_id",
        "OWN_ORDERS,account_id",
        "BROKER,symbol",
        "OWN_ORDERS,symbol",
        "BROKER,instrument_id",
        "OWN_ORDERS,instrument_id",
        "BROKER,leaves_quantity",
        "OWN_ORDERS,leaves_quantity",
        "BROKER,created_at",
        "OWN_ORDERS,created_at",
        "BROKER,updated_at",
        "OWN_ORDERS,updated_at",
        "BROKER,order_type",
        "OWN_ORDERS,order_type",
        "BROKER,time_in_force",
        "OWN_ORDERS,time_in_force",
        "BROKER,client_order_id"
    })
    void flatten_whenAFieldOfOrdersIsNull_isFlat(ClosingMethod method, String field) {
        broker.orderRows = row -> List.of(with(row, field, null));
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({
        "BROKER,order_id",
        "OWN_ORDERS,order_id",
        "BROKER,symbol",
        "OWN_ORDERS,symbol",
        "BROKER,instrument_id",
        "OWN_ORDERS,instrument_id",
        "BROKER,side",
        "OWN_ORDERS,side",
        "BROKER,quantity",
        "OWN_ORDERS,quantity",
        "BROKER,id",
        "OWN_ORDERS,id",
        "BROKER,transaction_time",
        "OWN_ORDERS,transaction_time",
        "OWN_ORDERS,price"
    })
    void flatten_whenAFieldOfExecutionsIsNull_isFlat(ClosingMethod method, String field) {
        broker.executionRows = row -> List.of(with(row, field, null));
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({"BROKER", "OWN_ORDERS"})
    void flatten_whenExecutionsThatSoldHaveASign_isFlat(ClosingMethod method) {
        broker.executionRows =
                row -> List.of("SELL".equals(row.get("side")) ? with(row, "quantity", "-" + row.get("quantity")) : row);
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheCaseOfInstrumentIdsChanges_isFlat(ClosingMethod method) {
        int[] reads = {0};
        broker.positionRows = row -> List.of(
                reads[0]++ % 2 == 0
                        ? row
                        : with(
                                row,
                                "instrument_id",
                                String.valueOf(row.get("instrument_id")).toUpperCase(Locale.ROOT)));
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheServersTimeSteps_isFlat(ClosingMethod method) {
        int[] calls = {0};
        loseFirst();
        broker.serverTime = at -> at.plusSeconds(calls[0]++ % 2 == 0 ? 600 : -600);
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,1970", "BROKER,2099", "OWN_ORDERS,1970", "OWN_ORDERS,2099"})
    void flatten_whenTheServersTimeIsNonsense_isFlat(ClosingMethod method, String year) {
        broker.afterwards = request -> reply -> reply.withHeader(
                "Date", year.equals("1970") ? "Thu, 01 Jan 1970 00:00:00 GMT" : "Thu, 01 Jan 2099 00:00:00 GMT");
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({"BROKER", "OWN_ORDERS"})
    void flatten_whenTheServerSaysNoTime_isFlat(ClosingMethod method) {
        broker.saysDate = false;
        loseFirst();
        flat(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5",
                "1790000000",
                "99999999999999999999",
                "Fri, 02 Jan 2026 15:00:20 GMT",
                "Fri, 02 Jan 2126 15:00:20 GMT",
                "soon",
                "0",
                "1.5",
                "",
                "1767366020000"
            })
    void flatten_whateverRetryAfterSays_isFlatInTheEnd(String value) {
        for (ClosingMethod method : ClosingMethod.values()) {
            broker.holds("GOOG", "25");
            int[] calls = {0};
            broker.instead = request -> ++calls[0] % 5 == 3 && calls[0] < 12
                    ? Optional.of(
                            Reply.error(calls[0] % 2 == 0 ? 429 : 503, "Later").withHeader("Retry-After", value))
                    : Optional.empty();
            flat(method);
        }
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenNothingIsHeldButOrdersWork_cancelsThem(ClosingMethod method) {
        broker.held.clear();
        broker.holds("GOOG", "0");
        broker.order("GOOG", "BUY", "10", "LIMIT");
        broker.order("GOOG", "SELL", "10", "LIMIT");
        flat(method);
        assertThat(broker.orders).noneMatch(PlainBroker::isOpen);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,404", "BROKER,409", "OWN_ORDERS,404", "OWN_ORDERS,409", "BROKER,422", "OWN_ORDERS,400"})
    void flatten_whenACancelIsRefusedForTheMoment_isTriedAgain(ClosingMethod method, int status) {
        broker.order("GOOG", "SELL", "25", "LIMIT");
        int[] refused = {0};
        broker.instead =
                request -> request.method().equals("DELETE") && request.path().contains("/orders") && refused[0]++ < 2
                        ? Optional.of(Reply.error(status, "Order is being replaced, try again"))
                        : Optional.empty();
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenSomebodyReplacesItsOrders_isFlat(ClosingMethod method) {
        broker.fillsAfter = null;
        boolean[] replaced = {false};
        broker.beforeEachPause = () -> {
            if (!replaced[0] && !broker.changes.isEmpty() && broker.orders.size() >= 2) {
                replaced[0] = true;
                for (Map<String, Object> order : List.copyOf(broker.orders)) {
                    order.put("status", "REPLACED");
                    order.put("leaves_quantity", "0");
                    Map<String, Object> child = broker.order(
                            PlainBroker.text(order, "symbol"),
                            PlainBroker.text(order, "side"),
                            PlainBroker.text(order, "quantity"),
                            "MARKET");
                    child.put("client_order_id", order.get("client_order_id"));
                }
                broker.fillsAfter = Duration.ofSeconds(5);
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenSomebodyReplacesItsOrdersWhichKeepTheirRest_isFlat(ClosingMethod method) {
        broker.fillsAfter = null;
        boolean[] replaced = {false};
        broker.beforeEachPause = () -> {
            if (!replaced[0] && !broker.changes.isEmpty() && broker.orders.size() >= 2) {
                replaced[0] = true;
                for (Map<String, Object> order : List.copyOf(broker.orders)) {
                    order.put("status", "REPLACED");
                    order.put("order_type", "OTHER");
                    Map<String, Object> child = broker.order(
                            PlainBroker.text(order, "symbol"),
                            PlainBroker.text(order, "side"),
                            PlainBroker.text(order, "quantity"),
                            "MARKET");
                    child.put("client_order_id", null);
                }
                broker.fillsAfter = Duration.ofSeconds(5);
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenASecondCloserCancelsItsOrdersAndCloses_isFlat(ClosingMethod method) {
        broker.fillsAfter = null;
        boolean[] done = {false};
        broker.beforeEachPause = () -> {
            if (!done[0] && broker.orders.size() >= 2) {
                done[0] = true;
                broker.orders.forEach(broker::cancel);
                broker.order("GOOG", "SELL", "25", "MARKET");
                broker.order("MSFT", "BUY", "10", "MARKET");
                broker.fillsAfter = Duration.ofSeconds(3);
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenAPositionGrowsWithoutAnOrder_closesThatToo(ClosingMethod method) {
        boolean[] done = {false};
        broker.beforeEachPause = () -> {
            if (!done[0] && broker.orders.size() >= 2) {
                done[0] = true;
                broker.trade("GOOG", BigDecimal.TEN);
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheSameComesBackWithoutAnOrder_closesItAgain(ClosingMethod method) {
        int[] looks = {0};
        broker.beforeEachPause = () -> {
            // After the positions were read once without it.
            if (broker.held.getOrDefault("GOOG", BigDecimal.ZERO).signum() == 0 && ++looks[0] == 2) {
                broker.trade("GOOG", new BigDecimal("25"));
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheSameIsBoughtAgain_closesItAgain(ClosingMethod method) {
        boolean[] done = {false};
        broker.beforeEachPause = () -> {
            if (!done[0] && broker.held.getOrDefault("GOOG", BigDecimal.ZERO).signum() == 0) {
                done[0] = true;
                broker.order("GOOG", "BUY", "25", "MARKET");
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_ofFractions_isFlat(ClosingMethod method) {
        broker.holds("GOOG", "0.000123").holds("MSFT", "-1.50");
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenEmptyPagesNeverEnd_endsAndSaysSo(ClosingMethod method) {
        int[] calls = {0};
        broker.instead = request -> request.reads("orders")
                ? Optional.of(new Reply(
                        200,
                        "{\"data\":[],\"error\":null,\"metadata\":{\"request_id\":\"r\",\"next_page_token\":\"t"
                                + ++calls[0] + "\"}}",
                        Map.of()))
                : Optional.empty();
        FlattenReport report = broker.flatten(method);
        assertThat(broker.crossings).isEmpty();
        assertThat(report.flat()).isFalse();
        assertThat(report.toString()).contains("page");
    }

    @Test
    void preview_whenPagesNeverEnd_ends() {
        int[] calls = {0};
        broker.instead = request -> request.reads("positions")
                ? Optional.of(new Reply(
                        200,
                        "{\"data\":[{\"instrument_id\":\"i" + ++calls[0]
                                + "\"}],\"error\":null,\"metadata\":{\"request_id\":\"r\",\"next_page_token\":\"t"
                                + calls[0]
                                + "\"}}",
                        Map.of()))
                : Optional.empty();

        Preview preview = broker.builder().build().preview(PlainBroker.ACCOUNT);

        assertThat(preview.complete()).isFalse();
        assertThat(preview.problems()).singleElement().asString().contains("more than 10000 pages");
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenEverySecondReadOfOrdersIsBehind_isFlat(ClosingMethod method) {
        // Every second read of orders comes from a replica that is 20 s behind.
        List<List<Map<String, Object>>> history = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        int[] calls = {0};
        broker.afterwards = request -> reply -> {
            List<Map<String, Object>> copy = new ArrayList<>();
            broker.orders.forEach(order -> copy.add(new LinkedHashMap<>(order)));
            history.add(copy);
            times.add(broker.clock.instant());
            if (request.reads("orders") && calls[0]++ % 2 == 1) {
                List<Map<String, Object>> old = List.of();
                for (int i = 0; i < times.size(); i++) {
                    if (times.get(i).isBefore(broker.clock.instant().minusSeconds(20))) {
                        old = history.get(i);
                    }
                }
                return Reply.data(old);
            }
            return reply;
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheServerIgnoresFilters_isFlat(ClosingMethod method) {
        broker.order("GOOG", "SELL", "3", "LIMIT");
        loseFirst();
        UnaryOperator<Reply> all = reply -> Reply.data(broker.orders);
        broker.afterwards = request -> reply -> request.reads("orders") ? all.apply(reply) : reply;
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTotalsAreZero_isFlat(ClosingMethod method) {
        broker.afterwards = request -> reply -> request.method().equals("GET") && reply.status() == 200
                ? new Reply(
                        200,
                        reply.body().replace("\"request_id\":\"r\"", "\"request_id\":\"r\",\"total_items\":0"),
                        Map.of())
                : reply;
        flat(method);
    }
}
