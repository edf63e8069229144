package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.PlainBroker.START;
import static io.github.clearstreet.closeout.PlainBroker.text;
import static io.github.clearstreet.closeout.PlainBroker.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.closeout.PlainBroker.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Neighbours of the cases that others found: another spelling, another status, another moment. */
class NeighbouringCasesTest {
    @AutoClose
    private final PlainBroker broker = new PlainBroker().holds("GOOG", "25").holds("MSFT", "-10");

    private int count;

    NeighbouringCasesTest() throws IOException {}

    private FlattenReport flat(ClosingMethod method) {
        FlattenReport report = safe(method);
        assertThat(report.flat()).as(PlainBroker.text(report)).isTrue();
        return report;
    }

    private FlattenReport safe(ClosingMethod method) {
        FlattenReport report = broker.flatten(method);
        assertThat(broker.crossings).as(PlainBroker.text(report)).isEmpty();
        assertThat(report.flat() && !broker.isFlat())
                .as(PlainBroker.text(report))
                .isFalse();
        return report;
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenEachListSpellsTheInstrumentOtherwise_isFlat(ClosingMethod method) {
        broker.positionRows = row -> List.of(
                with(row, "instrument_id", count++ % 4 < 2 ? row.get("instrument_id") : upper(row, "instrument_id")));
        flat(method);
    }

    /** It opens a position when it fills, since a stranger has closed what it was made for. */
    @ParameterizedTest
    @EnumSource
    void flatten_whenAnOrderOfAnEarlierRunStillWorks_isNotFlatBeforeItsEnd(ClosingMethod method) {
        Map<String, Object> earlier = broker.order("AAPL", "BUY", "3", "LIMIT");
        earlier.put("client_order_id", "flatten-0123456789abcdef0123456789abcdef-0");
        broker.beforeEachPause = () -> {
            if (PlainBroker.isOpen(earlier) && broker.now().isAfter(PlainBroker.START.plusSeconds(40))) {
                broker.fill(earlier, new BigDecimal("3"));
            }
        };

        FlattenReport report = broker.builder()
                .build()
                .flatten(
                        PlainBroker.ACCOUNT,
                        FlattenOptions.defaults().withMethod(method).withCancelOrders(false));

        assertThat(report.flat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.isFlat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.held.get("AAPL")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOrdersNameTheSymbolOfWhatTheFirstListHides_reportsItOnce(ClosingMethod method) {
        broker.orderRows = row -> List.of(with(row, "instrument_id", null));
        broker.executionRows = row -> List.of(with(row, "instrument_id", null));
        broker.holds("AAPL", "10");
        broker.beforeEachPause = () -> {
            if (broker.pauses == 1) {
                broker.fill(broker.order("AAPL", "BUY", "2", "MARKET"), new BigDecimal("2"));
            }
        };
        broker.positionRows = row -> "AAPL".equals(row.get("symbol")) && broker.pauses < 4 ? List.of() : List.of(row);
        assertThat(flat(method).positions())
                .extracting(position -> position.before().symbol())
                .doesNotHaveDuplicates()
                .contains("AAPL");
    }

    private static String upper(Map<String, Object> row, String field) {
        return text(row, field).toUpperCase(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,409", "OWN_ORDERS,409", "BROKER,400", "OWN_ORDERS,422", "BROKER,403", "OWN_ORDERS,404"})
    void flatten_whenAnAcceptedCloseIsAnsweredWithACutRefusal_neverCrossesZero(ClosingMethod method, int status) {
        broker.fillsAfter = Duration.ofSeconds(20);
        broker.afterwards = request -> reply -> request.changes() && count++ == 0
                ? new Reply(status, "{\"error\":{\"code\":" + status + ",\"mess", Map.of())
                : reply;
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOnePositionComesAsTwoLots_doesNotCloseItBlindly(ClosingMethod method) {
        broker.positionRows = row -> "GOOG".equals(row.get("symbol"))
                ? List.of(with(row, "quantity", "20"), with(row, "quantity", "5"))
                : List.of(row);
        assertThat(safe(method).flat()).isFalse();
        assertThat(broker.held.get("GOOG")).isEqualByComparingTo("25");
        assertThat(broker.held.get("MSFT")).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"BROKER,301", "OWN_ORDERS,302", "BROKER,418", "OWN_ORDERS,451", "BROKER,520", "OWN_ORDERS,599"})
    void flatten_whenAReadIsAnsweredOddlyOnce_isFlat(ClosingMethod method, int status) {
        broker.afterwards = request -> reply -> !request.changes() && count++ == 3 ? Reply.error(status, "odd") : reply;
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenStatusesAreInSmallLetters_neverCrossesZero(ClosingMethod method) {
        broker.orderRows =
                row -> List.of(with(row, "status", text(row, "status").toLowerCase(Locale.ROOT)));
        safe(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenAFilledOrderStillShowsLeaves_isFlat(ClosingMethod method) {
        broker.orderRows =
                row -> List.of("FILLED".equals(row.get("status")) ? with(row, "leaves_quantity", "25") : row);
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOrdersSayNoQuantity_neverCrossesZero(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(15);
        broker.orderRows = row -> List.of(with(row, "quantity", null));
        safe(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOrdersSayNoLeaves_isFlat(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(15);
        broker.orderRows = row -> List.of(with(row, "leaves_quantity", null));
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,25.000000", "OWN_ORDERS,2.5E1", "BROKER,+25", "OWN_ORDERS,025"})
    void flatten_whenQuantitiesAreSpeltOtherwise_neverCrossesZero(ClosingMethod method, String quantity) {
        broker.positionRows = row -> List.of("25".equals(row.get("quantity")) ? with(row, "quantity", quantity) : row);
        safe(method);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,0", "OWN_ORDERS,-0", "BROKER,0.000", "OWN_ORDERS,0E-8"})
    void flatten_whenAClosedPositionStaysInTheList_isFlat(ClosingMethod method, String nothing) {
        Map<String, Object> gone = Map.of(
                "account_id",
                PlainBroker.ACCOUNT,
                "instrument_id",
                PlainBroker.id("AAPL"),
                "symbol",
                "AAPL",
                "instrument_type",
                "COMMON_STOCK",
                "quantity",
                nothing,
                "position_type",
                "LONG");
        broker.positionRows = row -> List.of(row, gone);
        flat(method);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,orders", "OWN_ORDERS,orders", "BROKER,positions", "OWN_ORDERS,positions"})
    void flatten_whenAListCountsMoreThanItShows_isNeverFlat(ClosingMethod method, String list) {
        broker.afterwards = request -> reply -> request.reads(list)
                ? new Reply(
                        reply.status(),
                        reply.body().replaceAll("\"request_id\":\"r\"", "\"request_id\":\"r\",\"total_items\":9"),
                        Map.of())
                : reply;
        assertThat(safe(method).flat()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenAPageLeadsToItself_ends(ClosingMethod method) {
        broker.afterwards = request -> reply -> request.reads("positions")
                ? new Reply(
                        reply.status(),
                        reply.body()
                                .replaceAll("\"request_id\":\"r\"", "\"request_id\":\"r\",\"next_page_token\":\"0\""),
                        Map.of())
                : reply;
        assertThat(safe(method).flat()).isFalse();
        assertThat(broker.changes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BROKER,10", "OWN_ORDERS,10", "BROKER,29", "OWN_ORDERS,29"})
    void flatten_whenTheFirstCloseIsLostAndItsOrderShowsLate_neverCrossesZero(ClosingMethod method, int seconds) {
        broker.fillsAfter = Duration.ofSeconds(2);
        broker.afterwards = request -> reply -> request.changes() && count++ == 0 ? new Reply(0, "", Map.of()) : reply;
        broker.orderRows = row -> broker.clock.instant().isAfter(START.plusSeconds(seconds)) ? List.of(row) : List.of();
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenSomebodyClosesInAPause_isFlat(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(30);
        broker.beforeEachPause = () -> {
            if (count++ == 2) {
                broker.orders.stream().filter(PlainBroker::isOpen).forEach(broker::cancel);
                broker.fill(broker.order("GOOG", "SELL", "25", "MARKET"), new BigDecimal("25"));
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenItsOrderIsCancelledByTheVenueOnceMore_isFlat(ClosingMethod method) {
        broker.fillsAfter = null;
        broker.beforeEachPause = () -> {
            if (count++ == 2) {
                broker.orders.stream().filter(PlainBroker::isOpen).forEach(broker::cancel);
                broker.fillsAfter = Duration.ofSeconds(1);
            }
        };
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheServersClockJumpsAnHour_isFlat(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(10);
        broker.serverTime = at -> at.isAfter(START.plusSeconds(5)) ? at.plusSeconds(3_600) : at;
        flat(method);
    }
}
