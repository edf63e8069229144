package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.PlainBroker.ACCOUNT;
import static io.github.clearstreet.closeout.PlainBroker.id;
import static io.github.clearstreet.closeout.PlainBroker.with;
import static io.github.clearstreet.closeout.PlainBroker.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.closeout.PlainBroker.Reply;
import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.MemoryJournal;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts, recovery and runs with a broker that answers less tidily than the sandbox. */
class UnkindAnswersTest {
    private static final Duration LATER = Duration.ofSeconds(45);

    private final MemoryJournal journal = MemoryJournal.create();

    @AutoClose
    private final PlainBroker broker = new PlainBroker(client -> client.journal(journal)).holds("GOOG", "25");

    UnkindAnswersTest() throws IOException {}

    // ---- Verdicts

    @ParameterizedTest
    @CsvSource({"25,SELL_TO_CLOSE", "25,sell", "-10,BUY_TO_COVER", "-10,BUY_TO_CLOSE", "-10,COVER"})
    void reconcile_whateverTheWordForTheClosingSide_neverSaysThatItDidNotHappen(String quantity, String side) {
        broker.holds("GOOG", quantity);
        broker.fillsAfter = null;
        broker.orderRows = row -> List.of(with(row, "side", side));

        assertThat(verdict(lost(), "GOOG")).isNotEqualTo(Verdict.DID_NOT_HAPPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOOG251219C00200000", "goog  251219c00200000"})
    void reconcile_ofAnOptionByAnotherSpelling_neverSaysThatItDidNotHappen(String spelling) {
        broker.held.clear();
        broker.holds("GOOG  251219C00200000", "5");

        assertThat(verdict(lost(), spelling)).isEqualTo(Verdict.HAPPENED);
    }

    @Test
    void reconcile_byANameThatNoPositionHas_neverSaysThatItDidNotHappen() {
        assertThat(verdict(lost(), "ALPHABET")).isEqualTo(Verdict.STILL_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void reconcile_withoutExecutions_saysWhatOrdersShow(int status) {
        OutcomeUnknownException lost = lost();
        broker.instead =
                request -> request.reads("executions") ? Optional.of(Reply.error(status, "No")) : Optional.empty();

        assertThat(verdict(lost, null)).isEqualTo(Verdict.HAPPENED);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void reconcile_withoutExecutionsAndOrders_isStillUnknown(int status) {
        OutcomeUnknownException lost = dropped();
        broker.instead =
                request -> request.reads("executions") ? Optional.of(Reply.error(status, "No")) : Optional.empty();

        assertThat(verdict(lost, null)).isEqualTo(Verdict.STILL_UNKNOWN);
    }

    @Test
    void reconcile_whenTheServerTakesNoListOfStatuses_saysWhatOrdersShow() {
        OutcomeUnknownException lost = lost();
        broker.instead = request -> request.query().containsKey("status")
                ? Optional.of(Reply.error(400, "Unknown status"))
                : Optional.empty();

        assertThat(verdict(lost, null)).isEqualTo(Verdict.HAPPENED);
    }

    @Test
    void reconcile_whenTheServerIgnoresFilters_judgesByWhatCameSince() {
        broker.fillsAfter = Duration.ZERO;
        broker.order("MSFT", "SELL", "25", "MARKET");
        broker.clock.advance(Duration.ofHours(2));
        OutcomeUnknownException lost = dropped();
        broker.afterwards = request -> reply -> request.reads("orders") ? Reply.data(broker.orders) : reply;

        assertThat(verdict(lost, null)).isEqualTo(Verdict.DID_NOT_HAPPEN);
    }

    @Test
    void reconcile_whenNoOrderShowsButSomethingWasExecuted_neverSaysThatItDidNotHappen() {
        ClosingAttempt attempt = ClosingAttempt.of(lost());
        broker.orderRows = row -> List.of();
        broker.clock.advance(LATER);

        Reconciliation found = broker.builder().build().reconcile(attempt);

        assertThat(found.verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
        assertThat(found.advice()).contains("executed");
    }

    private OutcomeUnknownException lost() {
        return attempt(true);
    }

    private OutcomeUnknownException dropped() {
        return attempt(false);
    }

    private OutcomeUnknownException attempt(boolean carriedOut) {
        broker.instead = request ->
                request.changes() && !carriedOut ? Optional.of(new Reply(0, "", Map.of())) : Optional.empty();
        broker.afterwards = request -> reply -> request.changes() ? new Reply(0, "", Map.of()) : reply;
        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> broker.clearStreet().positions().closePositions(ACCOUNT));
        broker.instead = request -> Optional.empty();
        broker.afterwards = request -> reply -> reply;
        return unknown;
    }

    private Verdict verdict(OutcomeUnknownException unknown, @Nullable String instrument) {
        ClosingAttempt attempt = ClosingAttempt.of(unknown)
                .withPositionsBefore(broker.held.entrySet().stream()
                        .map(held -> HeldPosition.of(
                                id(held.getKey()),
                                held.getKey(),
                                held.getValue().signum() == 0 ? new BigDecimal("25") : held.getValue()))
                        .toList());
        broker.clock.advance(LATER);
        return broker.builder()
                .build()
                .reconcile(instrument == null ? attempt : attempt.withInstrument(instrument))
                .verdict();
    }

    // ---- Recovery

    @Test
    void recover_whenTheServerIgnoresTheFilter_doesNotTakeOthersOrdersForItsOwn() {
        broker.fillsAfter = null;
        broker.instead = request -> request.changes() ? Optional.of(new Reply(0, "", Map.of())) : Optional.empty();
        FlattenReport report = broker.builder()
                .build()
                .flatten(ACCOUNT, FlattenOptions.defaults().withDeadline(Duration.ofSeconds(12)));
        assertThat(report.unresolved()).isNotEmpty();
        broker.instead = request -> Optional.empty();
        broker.order("GOOG", "SELL", "1", "LIMIT");
        broker.afterwards = request -> reply -> request.reads("orders") ? Reply.data(broker.orders) : reply;
        broker.clock.advance(LATER);

        List<Reconciliation> found = broker.builder().build().recover();

        assertThat(found).isNotEmpty().noneMatch(each -> each.verdict() == Verdict.HAPPENED);
    }

    /** Another process has just sent it, and the lists are behind. */
    @ParameterizedTest
    @ValueSource(strings = {"The id must be unique per account", "id: uniqueness violation", "This id is taken"})
    void flatten_whenTheIdOfItsOrderIsUsed_asksNobodyElseToCloseTheSame(String words) {
        Instant listsAreCurrent = PlainBroker.START.plusSeconds(10);
        broker.fillsAfter = Duration.ofSeconds(20);
        broker.afterwards = request -> reply -> {
            boolean hidden = request.reads("orders") && broker.clock.instant().isBefore(listsAreCurrent);
            return request.method().equals("POST") ? Reply.error(400, words) : hidden ? Reply.data(List.of()) : reply;
        };

        FlattenReport report = broker.flatten(ClosingMethod.OWN_ORDERS);

        assertThat(report.flat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.crossings).isEmpty();
        assertThat(broker.changes).noneMatch(change -> change.startsWith("DELETE"));
    }

    @Test
    void flatten_whenTheBrokerClosesInSlicesAndTheResponseIsLost_isNotJudgedAsNotCarriedOut() {
        broker.also = order -> {
            Map<String, Object> rest = new LinkedHashMap<>(order);
            rest.put("id", order.get("id") + "-b");
            rest.put("client_order_id", null);
            rest.put("quantity", "13");
            rest.put("leaves_quantity", "13");
            order.put("quantity", "12");
            order.put("leaves_quantity", "12");
            return List.of(rest);
        };
        loseFirst();

        FlattenReport report = broker.flatten(ClosingMethod.BROKER);

        assertThat(report.flat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.crossings).isEmpty();
        assertThat(broker.changes).hasSize(1);
        assertThat(journal.attempts(ACCOUNT, Instant.EPOCH))
                .extracting(Attempt::state)
                .doesNotContain(AttemptState.DID_NOT_HAPPEN);
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

    // ---- Runs

    private FlattenReport flat(ClosingMethod method) {
        FlattenReport report = broker.flatten(method);
        assertThat(report.flat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.isFlat()).as(PlainBroker.text(report)).isTrue();
        assertThat(broker.crossings).isEmpty();
        return report;
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenIdsAreNumbers_isFlat(ClosingMethod method) {
        broker.orderRows = row -> List.of(
                with(row, "id", Long.valueOf(String.valueOf(row.get("id")).substring(1))));
        broker.executionRows = row -> List.of(with(
                row,
                "order_id",
                Long.valueOf(String.valueOf(row.get("order_id")).substring(1))));
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenIdsAreNumbersAndTheResponseIsLost_isFlat(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(20);
        broker.orderRows = row -> List.of(
                with(row, "id", Long.valueOf(String.valueOf(row.get("id")).substring(1))));
        loseFirst();
        FlattenReport report = flat(method);
        assertThat(broker.orders).as(PlainBroker.text(report)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BROKER,400",
        "BROKER,404",
        "BROKER,414",
        "OWN_ORDERS,400",
        "OWN_ORDERS,404",
        "OWN_ORDERS,422",
        "OWN_ORDERS,501"
    })
    void flatten_whenTheServerTakesNoOrderIds_isFlat(ClosingMethod method, int status) {
        broker.order("GOOG", "SELL", "25", "LIMIT");
        broker.clock.advance(Duration.ofDays(3));
        loseFirst();
        broker.instead = request -> request.query().containsKey("order_ids")
                ? Optional.of(Reply.error(status, "No such filter"))
                : Optional.empty();
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenClientIdsComeBackInCapitals_closesOnce(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(50);
        broker.orderRows = row -> List.of(with(
                row,
                "client_order_id",
                String.valueOf(row.get("client_order_id")).toUpperCase(Locale.ROOT)));
        loseFirst();
        FlattenReport report = flat(method);
        assertThat(broker.orders).as(PlainBroker.text(report)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOrdersFillInPartAndAreCancelledByTheMarket_closesTheRest(ClosingMethod method) {
        broker.fillsAfter = null;
        broker.beforeEachPause = () -> broker.orders.stream()
                .filter(PlainBroker::isOpen)
                .findFirst()
                .ifPresent(order -> {
                    BigDecimal rest = new BigDecimal((String) order.get("leaves_quantity"));
                    broker.fill(order, rest.min(BigDecimal.TEN));
                    if (PlainBroker.isOpen(order)) {
                        broker.cancel(order);
                    }
                });
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOnePositionCannotBeRead_closesTheOthersAndSaysSo(ClosingMethod method) {
        broker.holds("MSFT", "10");
        broker.positionRows = row -> List.of("MSFT".equals(row.get("symbol")) ? with(row, "quantity", null) : row);

        FlattenReport report = broker.flatten(method);

        assertThat(report.flat()).isFalse();
        assertThat(report.message()).contains("quantity");
        assertThat(broker.held.get("GOOG")).isZero();
        assertThat(broker.held.get("MSFT")).isEqualTo("10");
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOneExecutionCannotBeRead_keepsTheOthers(ClosingMethod method) {
        broker.executionRows = row -> List.of(row, with(with(row, "id", row.get("id") + "x"), "side", "EXCHANGED"));
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenOneOfThreeOrdersNeverFills_closesTheOthersAndNamesIt(ClosingMethod method) {
        broker.holds("MSFT", "10").holds("AAPL", "-5");
        broker.fillsAfter = null;
        broker.beforeEachPause = () -> broker.orders.stream()
                .filter(order -> PlainBroker.isOpen(order) && !"MSFT".equals(order.get("symbol")))
                .findFirst()
                .ifPresent(order -> broker.fill(order, new BigDecimal((String) order.get("leaves_quantity"))));

        FlattenReport report = broker.flatten(method);

        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(report.toString()).contains("MSFT");
        assertThat(broker.held.get("GOOG")).isZero();
        assertThat(broker.held.get("AAPL")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenTheAcceptedCloseShowsItsOrderHalfAMinuteLater_closesOnce(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(40);
        Instant start = broker.clock.instant();
        broker.afterwards = request -> reply -> {
            boolean early = broker.clock.instant().isBefore(start.plusSeconds(25));
            return early && (request.reads("orders") || request.changes()) ? Reply.data(List.of()) : reply;
        };
        FlattenReport report = flat(method);
        assertThat(broker.orders).as(PlainBroker.text(report)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenACancelledOrderIsFilledInTheRace_doesNotCloseTwice(ClosingMethod method) {
        Map<String, Object> order = broker.order("GOOG", "SELL", "25", "LIMIT");
        broker.instead = request -> {
            if (request.method().equals("DELETE") && request.path().contains("/orders") && PlainBroker.isOpen(order)) {
                broker.fill(order, new BigDecimal("25"));
                return Optional.of(Reply.error(404, "No such open order"));
            }
            return Optional.empty();
        };
        FlattenReport report = flat(method);
        assertThat(broker.orders).as(PlainBroker.text(report)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenPositionsAreAMinuteBehindAndOrdersAreHidden_closesOnce(ClosingMethod method) {
        List<Map.Entry<Instant, Map<String, BigDecimal>>> history = new ArrayList<>();
        broker.afterwards = request -> reply -> {
            history.add(Map.entry(broker.clock.instant(), new LinkedHashMap<>(broker.held)));
            if (request.reads("positions")) {
                Map<String, BigDecimal> old = history.get(0).getValue();
                for (Map.Entry<Instant, Map<String, BigDecimal>> seen : history) {
                    if (seen.getKey().isBefore(broker.clock.instant().minusSeconds(55))) {
                        old = seen.getValue();
                    }
                }
                Map<String, BigDecimal> now = new LinkedHashMap<>(broker.held);
                broker.held.putAll(old);
                Reply stale = broker.byLedger(request);
                broker.held.putAll(now);
                return stale;
            }
            return reply;
        };
        FlattenReport report = flat(method);
        assertThat(broker.orders).as(PlainBroker.text(report)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenNothingSaysItsClientIdAndTheFirstResponseIsLost_closesOnce(ClosingMethod method) {
        broker.fillsAfter = Duration.ofSeconds(70);
        broker.orderRows = row -> List.of(without(row, "client_order_id"));
        loseFirst();
        FlattenReport report = flat(method);
        assertThat(broker.orders).as(PlainBroker.text(report)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"BROKER,200", "OWN_ORDERS,200", "BROKER,404", "OWN_ORDERS,404"})
    void flatten_whenCancelledOrdersVanishFromAllLists_isFlat(ClosingMethod method, int status) {
        broker.order("GOOG", "SELL", "25", "LIMIT");
        broker.orderRows = row -> "CANCELED".equals(row.get("status")) ? List.of() : List.of(row);
        broker.afterwards = request ->
                reply -> request.method().equals("DELETE") && request.path().contains("/orders") && status != 200
                        ? Reply.error(status, "No such open order")
                        : reply;
        flat(method);
    }

    @ParameterizedTest
    @EnumSource
    void flatten_whenFilledOrdersVanishFromAllLists_isFlat(ClosingMethod method) {
        broker.orderRows = row -> "FILLED".equals(row.get("status")) ? List.of() : List.of(row);
        flat(method);
    }

    @Test
    void flatten_of1000PositionsWithOneStuckOrder_closesTheOthersInSeconds() {
        for (int i = 0; i < 1_000; i++) {
            broker.holds("S" + i, "25");
        }
        Map<String, Object> stuck = broker.order("S500", "SELL", "25", "LIMIT");
        broker.instead =
                request -> request.method().equals("DELETE") && request.path().contains("/orders")
                        ? Optional.of(Reply.error(403, "Not yours"))
                        : Optional.empty();

        FlattenReport report = broker.flatten(ClosingMethod.OWN_ORDERS);

        assertThat(PlainBroker.isOpen(stuck)).isTrue();
        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(broker.held.entrySet().stream()
                        .filter(held -> held.getValue().signum() != 0)
                        .map(Map.Entry::getKey))
                .containsExactly("S500");
        assertThat(Duration.between(PlainBroker.START, broker.clock.instant())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void flatten_with30000OldOrdersAndFailingPages_closesWithinSeconds() {
        broker.fillsAfter = Duration.ZERO;
        for (int i = 0; i < 30_000; i++) {
            Map<String, Object> old = broker.order("MSFT", "SELL", "1", "LIMIT");
            old.put("status", i % 7 == 0 ? "CANCELED" : "FILLED");
        }
        broker.clock.advance(Duration.ofDays(10));
        Instant start = broker.clock.instant();
        int[] reads = {0};
        broker.instead = request -> request.reads("orders") && ++reads[0] % 10 == 0
                ? Optional.of(Reply.error(503, "Busy"))
                : Optional.empty();
        Instant[] closed = {null};
        broker.beforeEachPause = () -> {
            if (closed[0] == null && !broker.changes.isEmpty()) {
                closed[0] = broker.clock.instant();
            }
        };

        FlattenReport report = broker.flatten(ClosingMethod.OWN_ORDERS);

        assertThat(report.flat()).as(PlainBroker.text(report)).isTrue();
        assertThat(Duration.between(start, closed[0])).isLessThan(Duration.ofSeconds(12));
    }
}
