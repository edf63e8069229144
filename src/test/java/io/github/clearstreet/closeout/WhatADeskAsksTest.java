package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.Guards;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the report tells afterwards, and that those who are told cannot change it. */
class WhatADeskAsksTest {
    private static final FlattenOptions BROKER = FlattenOptions.defaults().withMethod(ClosingMethod.BROKER);

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void report_whenReadsFailWhileTheOrderFills_saysOfWhenItsFiguresAre() {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(20))));
        desk.beforeEachPause(() -> {
            if (desk.clock().instant().isAfter(VirtualDesk.START.plusSeconds(5))) {
                desk.sandbox().nextCall("get_orders", Fault.error(503, "Busy"));
            }
        });

        FlattenReport report = desk.flatten();

        PositionReport position = report.positions().get(0);
        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(report.message()).contains("get_orders", "503");
        assertThat(position.asOf().orElseThrow()).isBefore(VirtualDesk.START.plusSeconds(10));
        assertThat(position.reason()).get().asString().contains("unknown since 2026-01-02T15:00:0");
        assertThat(position.orders().get(0).readAt()).isPresent();
    }

    @Test
    void report_whenTheMarketIsClosed_tellsOfTheStopThatWasCancelled() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(OrderBehaviour.rejects("The market is closed"))
                .openOrder(OrderTicket.sell("GOOG", "25").stop("90.5").timeInForce("GOOD_TILL_CANCEL"));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.MARKET_CLOSED);
        assertThat(report.cancelledOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.order().stopPrice()).contains(new BigDecimal("90.5")));
        assertThat(report.toString())
                .contains(
                        "CANCELLED: SELL 25 GOOG", "order_type STOP, time_in_force GOOD_TILL_CANCEL, stop_price 90.5");
        assertThat(report.toJson()).contains("\"cancelled_orders\":[{", "\"stop_price\":\"90.5\"");
    }

    @Test
    void report_whenEveryCloseIsTakenWithAnError_hasTheServersWordsInTheReason() {
        desk.account().position("GOOG", "-25");
        for (int i = 0; i < 3; i++) {
            desk.sandbox()
                    .nextCall(
                            request -> request.method().equals("DELETE"),
                            Fault.answers(SandboxResponse.json(
                                    207,
                                    "{\"data\":[],\"error\":{\"code\":207,\"message\":\"no locate\"},"
                                            + "\"metadata\":{\"request_id\":\"r\"}}")));
        }

        FlattenReport report = desk.flatten(BROKER);

        assertThat(report.stopReason()).isEqualTo(StopReason.ATTEMPT_LIMIT);
        assertThat(report.positions().get(0).reason()).get().asString().contains("closed 3 times", "no locate");
    }

    @Test
    void report_whenThePositionWentThroughZeroOnTheWay_saysSoAndListsTheOrders() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        boolean[] done = {false};
        desk.beforeEachPause(() -> {
            if (!done[0] && !desk.changes().isEmpty()) {
                done[0] = true;
                desk.account()
                        .openOrder(
                                OrderTicket.sell("GOOG", "30"),
                                OrderBehaviour.rests().fills(Trigger.atOnce()));
                desk.account()
                        .openOrder(
                                OrderTicket.buy("GOOG", "30"),
                                OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(1))));
            }
        });

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(report.message()).contains("WENT THROUGH ZERO: GOOG");
        assertThat(report.positions().get(0).wentThroughZero()).isTrue();
        assertThat(report.positions().get(0).orders()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(report.toString()).contains("WENT THROUGH ZERO");
    }

    @Test
    void report_ofAnInstrumentHeldLongAndShort_hasTwoRows() {
        desk.account().position("GOOG", "25");
        desk.sandbox().customizeResponses((request, answer) -> {
            if (!request.path().endsWith("/positions") || !request.method().equals("GET")) {
                return answer;
            }
            String row = answer.body()
                    .substring(answer.body().indexOf('{', 1), answer.body().indexOf('}') + 1);
            String other =
                    row.replace("\"quantity\":\"25\"", "\"quantity\":\"-10\"").replace("LONG", "SHORT");
            return answer.withBody(
                    answer.body().replace(row, row + "," + other).replaceAll("\"total_items\":1", "\"total_items\":2"));
        });

        Preview preview = desk.closeOut().preview(ACCOUNT);
        FlattenReport report = desk.flatten(FlattenOptions.defaults().withDeadline(ofSeconds(30)));

        assertThat(preview.positions())
                .extracting(position -> position.position().toString())
                .containsExactly("GOOG 25", "GOOG -10");
        assertThat(preview.grossValue()).isEqualByComparingTo("5000");
        assertThat(report.positions()).hasSize(2);
    }

    @Test
    void report_whenPositionsCannotBeReadForEver_namesThat() {
        desk.account().position("GOOG", "25");
        desk.beforeEachPause(() -> desk.sandbox().nextCall("get_positions", Fault.error(500, "Out of order")));
        desk.sandbox().nextCall("get_positions", Fault.error(500, "Out of order"));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(report.message()).contains("get_positions", "Out of order");
    }

    @Test
    void flatten_whenTheListenerBlocks_goesOnAsIfItWereNotThere() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        CountDownLatch end = new CountDownLatch(1);

        FlattenReport report = desk.flatten(FlattenOptions.defaults().withListener((account, event) -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        end.countDown();

        assertThat(report.flat()).isTrue();
    }

    @Test
    void flatten_whenTheListenerThrowsAnErrorOrACheckedException_reportsAllTheSame() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        int[] told = {0};

        FlattenReport report = desk.flatten(FlattenOptions.defaults().withListener((account, event) -> {
            told[0]++;
            WhatADeskAsksTest.<RuntimeException>sneak(
                    told[0] % 2 == 0 ? new StackOverflowError() : new Exception("no"));
        }));

        assertThat(report.flat()).isTrue();
        assertThat(told[0]).isEqualTo(report.timeline().size());
    }

    @Test
    void flatten_whenTheGuardCannotMeasureAPosition_cancelsNothing() {
        try (VirtualDesk guarded = new VirtualDesk(
                client -> client.guards(Guards.none().withMaxGrossValue(new BigDecimal("1000000"))), 100)) {
            guarded.account()
                    .position("GOOG", "25")
                    .position("MSFT", "-10")
                    .openOrder(OrderTicket.sell("GOOG", "5").limit("900"));
            guarded.sandbox()
                    .customizeResponses((request, answer) ->
                            answer.withBody(answer.body().replace("\"quantity\":\"-10\"", "\"quantity\":\"10\"")));

            FlattenReport report = guarded.flatten();

            assertThat(report.stopReason()).isEqualTo(StopReason.REFUSED_BY_GUARD);
            assertThat(guarded.changes()).isEmpty();
        }
    }

    @Test
    void flatten_withASizeGuard_readsNothingBetweenTheLastLookAndTheClose() {
        try (VirtualDesk guarded =
                new VirtualDesk(client -> client.guards(Guards.none().withMaxPositions(5)), 100)) {
            guarded.account().position("GOOG", "25").behaviour(FILLS);

            FlattenReport report = guarded.flatten(BROKER);

            List<String> sent =
                    guarded.sandbox().requests().stream().map(Object::toString).toList();
            int close = sent.indexOf("DELETE /v1/accounts/19816/positions");
            assertThat(report.flat()).isTrue();
            assertThat(sent.get(close - 1)).isEqualTo("GET /v1/accounts/19816/orders");
        }
    }

    @Test
    void toString_ofWhatTheServerSaid_steersNoTerminal() {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rejects("\u001b[2Jgone"));

        FlattenReport report = desk.flatten(BROKER);

        assertThat(List.of(
                        report.toString(), report.message(), report.timeline().toString()))
                .noneMatch(text -> text.contains("\u001b"));
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isLessThan(ofSeconds(10));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
