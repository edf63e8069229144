package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FlattenTest {
    private static final String CLOSE_ALL = "DELETE /v1/accounts/19816/positions";
    private static final String CANCEL_ALL = "DELETE /v1/accounts/19816/orders";

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flatten_withPositionsThatFill_closesThemOnceAndIsFlat() {
        desk.account().position("GOOG", "25").position("MSFT", "-10").behaviour(FILLS);

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(report.stopReason()).isEqualTo(StopReason.FLAT);
        assertThat(desk.account().positions()).isEmpty();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        assertThat(report.unresolved()).isEmpty();
        assertThat(report.positions()).hasSize(2).allSatisfy(position -> {
            assertThat(position.after()).contains(BigDecimal.ZERO);
            assertThat(position.reason()).isEmpty();
            assertThat(position.orders()).singleElement().satisfies(order -> {
                assertThat(order.canFill()).isFalse();
                assertThat(order.filledQuantity())
                        .contains(position.before().quantity().abs());
                assertThat(order.averagePrice()).isPresent();
            });
        });
        assertThat(report.requestIds())
                .containsExactlyElementsOf(desk.sandbox().requests().stream()
                        .map(SandboxRequest::requestId)
                        .toList());
    }

    @Test
    void flatten_withoutPositions_sendsNothingButReads() {
        desk.account();

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(report.positions()).isEmpty();
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void flatten_whenAnOrderFillsInParts_waitsForTheLastOne() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(OrderBehaviour.rests()
                        .fills("10", Trigger.elapsed(ofSeconds(2)))
                        .fills("5", Trigger.elapsed(ofSeconds(20)))
                        .fills(Trigger.elapsed(ofSeconds(40))));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isBetween(ofSeconds(40), ofSeconds(50));
    }

    @Test
    void flatten_whenTheVenueCancelsARest_closesTheRestInAnotherRound() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(OrderBehaviour.rests()
                        .fills("20", Trigger.elapsed(ofSeconds(1)))
                        .cancels(Trigger.elapsed(ofSeconds(2))));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL, CLOSE_ALL);
        assertThat(report.positions().get(0).orders()).hasSize(2);
    }

    @Test
    void flatten_whenEveryRoundIsCancelled_stopsAtTheRoundLimit() {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rests().cancels(Trigger.elapsed(ofSeconds(1))));

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withMaxCloseAttempts(2));

        assertThat(report.flat()).isFalse();
        assertThat(report.stopReason()).isEqualTo(StopReason.ATTEMPT_LIMIT);
        assertThat(desk.changes()).containsExactly(CLOSE_ALL, CLOSE_ALL);
        assertThat(report.positions()).singleElement().satisfies(position -> {
            assertThat(position.after()).contains(new BigDecimal("25"));
            assertThat(position.reason()).get().asString().contains("closed 2 times");
        });
    }

    @Test
    void flatten_whenOneOrderIsRejected_closesTheOthersAndSaysWhy() {
        desk.account()
                .position("GOOG", "25")
                .position("MSFT", "10")
                .behaviour(FILLS)
                .behaviour("GOOG", OrderBehaviour.rejects("Not shortable today"));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.ORDER_REJECTED);
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        assertThat(report.positions().get(0).reason()).get().asString().contains("Not shortable today");
        assertThat(report.positions().get(1).after()).contains(BigDecimal.ZERO);
    }

    @Test
    void flatten_whenARejectionSaysThatTheMarketIsClosed_stopsForThatReason() {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rejects("The market is closed"));

        assertThat(desk.flatten().stopReason()).isEqualTo(StopReason.MARKET_CLOSED);
    }

    @Test
    void flatten_whenTheOrderIsHeldBack_saysUntilWhenAndLeavesIt() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(OrderBehaviour.queuesUntil(VirtualDesk.START.plusSeconds(3600)));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.ORDER_QUEUED);
        assertThat(report.message()).contains("2026-01-02T16:00:00Z");
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
    }

    @Test
    void flatten_withOpenOrders_cancelsThemAndWaitsBeforeItCloses() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(OrderTicket.sell("GOOG", "25").limit("900"), slowCancel())
                .openOrder(OrderTicket.buy("MSFT", "5").limit("1"), slowCancel());

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CANCEL_ALL, CLOSE_ALL);
    }

    @Test
    void flatten_whenACancelRacesWithAFill_closesOnlyWhatIsLeft() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.sell("GOOG", "20").limit("900"),
                        OrderBehaviour.rests().fillsBeforeCancelling("20", Trigger.elapsed(ofSeconds(3))));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(2).last().isEqualTo(CLOSE_ALL);
        assertThat(desk.account().orders())
                .last()
                .satisfies(order -> assertThat(order.quantity()).isEqualByComparingTo("5"));
        assertThat(desk.account().fills())
                .allSatisfy(fill -> assertThat(fill.after().signum()).isNotNegative());
    }

    @Test
    void flatten_whenAnOrderDoesNotGoAway_leavesItsInstrumentAndClosesTheOthers() {
        desk.account()
                .position("GOOG", "25")
                .position("MSFT", "10")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.sell("GOOG", "25").limit("900"),
                        OrderBehaviour.rests().refusesToCancel(Trigger.elapsed(ofSeconds(1))));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(report.positions().get(0).after()).contains(new BigDecimal("25"));
        assertThat(report.positions().get(1).after()).contains(BigDecimal.ZERO);
        assertThat(desk.changes()).noneMatch(CLOSE_ALL::equals);
    }

    @Test
    void flatten_whenAnOrderDoesNotGoAway_doesNotKeepTheOthersWaiting() {
        desk.account()
                .position("GOOG", "25")
                .position("MSFT", "10")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.sell("GOOG", "25").limit("900"),
                        OrderBehaviour.rests().refusesToCancel(Trigger.elapsed(ofSeconds(1))));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(desk.account().fills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.at()).isBefore(VirtualDesk.START.plusSeconds(10)));
    }

    @Test
    void flatten_whenOrdersAreKept_leavesWhatTheyCouldCloseAndClosesTheRest() {
        desk.account()
                .position("GOOG", "25")
                .position("MSFT", "10")
                .position("AAPL", "-5")
                .behaviour(FILLS)
                .openOrder(OrderTicket.sell("GOOG", "5").limit("900"))
                .openOrder(OrderTicket.sell("AAPL", "5").limit("900"));

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withCancelOrders(false));

        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(report.positions().stream().map(PositionReport::toString))
                .satisfiesExactlyInAnyOrder(
                        goog -> assertThat(goog).contains("GOOG 25 -> 25", "to be kept"),
                        msft -> assertThat(msft).isEqualTo("MSFT 10 -> 0"),
                        aapl -> assertThat(aapl).isEqualTo("AAPL -5 -> 0"));
        assertThat(desk.changes()).hasSize(2).allMatch(request -> request.startsWith(CLOSE_ALL + "/"));
    }

    @Test
    void flatten_withManyPages_readsThemAll() {
        try (VirtualDesk small = new VirtualDesk(client -> client, 3)) {
            for (int i = 0; i < 10; i++) {
                small.account().position("S" + i, "1");
            }
            small.account().behaviour(FILLS);

            FlattenReport report = small.flatten();

            assertThat(report.flat()).isTrue();
            assertThat(report.positions()).hasSize(10);
            assertThat(small.changes()).containsExactly(CLOSE_ALL);
        }
    }

    @Test
    void flatten_whenThePositionsLagBehindTheOrders_doesNotCloseWhatIsClosedAlready() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        String[] stale = new String[1];
        desk.sandbox().customizeResponses((request, answer) -> {
            if (!request.method().equals("GET") || !request.path().endsWith("/positions")) {
                return answer;
            }
            stale[0] = stale[0] == null ? answer.body() : stale[0];
            boolean lags = desk.clock().instant().isBefore(VirtualDesk.START.plusSeconds(20));
            return lags ? answer.withBody(stale[0]) : answer;
        });

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
    }

    @Test
    void flatten_whenSomebodyBuysMeanwhile_closesThatTooAfterTheSettleTime() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.beforeEachPause(once(() -> desk.account().position("GOOG", "40")));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.account().positions()).isEmpty();
    }

    @Test
    void flatten_atTheDeadline_namesTheOrderThatStillWorks() {
        desk.account().position("GOOG", "25");

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withDeadline(Duration.ofMinutes(1)));

        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(report.endedAt()).isEqualTo(VirtualDesk.START.plusSeconds(60));
        assertThat(report.positions().get(0).reason()).get().asString().contains("may still fill", "PENDING_NEW");
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
    }

    @Test
    void flatten_withLessTimeThanACallTakes_sendsNothingThatChanges() {
        desk.account().position("GOOG", "25");

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withDeadline(ofSeconds(9)));

        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(desk.changes()).isEmpty();
        assertThat(desk.sandbox().requests()).isNotEmpty();
    }

    @Test
    void flatten_tellsTheListenerEveryEventAndTheReport() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        List<TimelineEvent> events = new ArrayList<>();
        List<FlattenReport> ends = new ArrayList<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void onEvent(long accountId, TimelineEvent event) {
                assertThat(accountId).isEqualTo(ACCOUNT);
                events.add(event);
                throw new IllegalStateException("a listener must not change the run");
            }

            @Override
            public void onEnd(FlattenReport report) {
                ends.add(report);
            }
        };

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withListener(listener));

        assertThat(report.flat()).isTrue();
        assertThat(events).isEqualTo(report.timeline());
        assertThat(ends).containsExactly(report);
    }

    @Test
    void flatten_whenPositionsCannotBeReadAfterAnOrderHasChanged_tellsOfTheOrderAllTheSame() {
        desk.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("900"))
                .behaviour(FILLS);
        desk.sandbox()
                .nextCall("get_positions", Fault.error(503, "Busy"))
                .nextCall("get_positions", Fault.none())
                .nextCall("get_positions", Fault.error(503, "Busy"));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(report.timeline().stream()
                        .filter(event -> event.kind() == TimelineEvent.Kind.ORDER)
                        .map(TimelineEvent::text)
                        .filter(text -> text.startsWith("SELL 5 GOOG "))
                        .map(text -> text.substring(0, text.indexOf(','))))
                .containsExactly("SELL 5 GOOG NEW", "SELL 5 GOOG PENDING_CANCEL", "SELL 5 GOOG CANCELED");
    }

    @Test
    void flatten_whenACancelIsTurnedAway_stillCountsTheOnesBeforeIt() {
        desk.account()
                .openOrder(
                        OrderTicket.sell("GOOG", "5").limit("900"),
                        OrderBehaviour.rests().cancelsAfter(Trigger.elapsed(Duration.ofHours(1))));
        desk.sandbox()
                .nextCall("cancel_open_order", Fault.none())
                .nextCall("cancel_open_order", Fault.error(429, "Slow down"));

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withMaxCloseAttempts(2));

        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(desk.changes()).hasSize(3);
    }

    private static OrderBehaviour slowCancel() {
        return OrderBehaviour.rests().cancelsAfter(Trigger.elapsed(ofSeconds(4)));
    }

    private static Runnable once(Runnable work) {
        return new Runnable() {
            private boolean done;

            @Override
            public void run() {
                if (!done) {
                    done = true;
                    work.run();
                }
            }
        };
    }
}
