package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxInstrument;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad thing stops itself only. */
class OneBadThingTest {
    private static final FlattenOptions BROKER = FlattenOptions.defaults().withMethod(ClosingMethod.BROKER);

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409, 422, 500})
    void flatten_whenCloseAllIsRefused_closesOneByOne(int status) {
        desk.account()
                .position("GOOG", "25")
                .position("MSFT", "10")
                .position("AAPL", "-5")
                .behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.error(status, "One of them"));

        FlattenReport report = desk.flatten(BROKER);

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409, 422})
    void flatten_whenOneInstrumentIsRefused_closesTheOthers(int status) {
        desk.account().position("GOOG", "25").position("MSFT", "10").behaviour(FILLS);
        desk.sandbox()
                .nextCall("close_positions", Fault.error(status, "One of them"))
                .nextCall("close_position", Fault.error(status, "Not this one"));

        FlattenReport report = desk.flatten(BROKER);

        assertThat(report.stopReason()).isEqualTo(StopReason.REQUEST_REJECTED);
        assertThat(report.message()).contains("Not this one");
        assertThat(desk.account().positions()).hasSize(1);
    }

    @Test
    void flatten_whenOneCancelIsForbidden_closesTheOtherInstruments() {
        desk.account()
                .position("GOOG", "25")
                .position("MSFT", "10")
                .behaviour(FILLS)
                .openOrder(OrderTicket.sell("GOOG", "25").limit("900"));
        desk.sandbox().nextCall("cancel_open_order", Fault.error(403, "Not yours"));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(report.positions().get(0).reason()).get().asString().contains("Not yours");
        assertThat(desk.account().positions())
                .singleElement()
                .satisfies(position -> assertThat(position.symbol()).isEqualTo("GOOG"));
    }

    @ParameterizedTest
    @CsvSource({"401,get_orders", "403,get_positions", "404,get_orders", "410,get_positions", "403,get_executions"})
    void flatten_whenAReadIsRefusedOnceInMidRun_goesOn(int status, String operation) {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        boolean[] refused = {false};
        desk.beforeEachPause(() -> {
            if (!refused[0] && !desk.changes().isEmpty()) {
                refused[0] = true;
                desk.sandbox().nextCall(operation, Fault.error(status, "For a moment"));
            }
        });

        assertThat(desk.flatten().flat()).isTrue();
    }

    @Test
    void flatten_whenReadsStayRefused_endsAndSaysSo() {
        desk.account().position("GOOG", "25");
        desk.beforeEachPause(() -> desk.sandbox().nextCall("get_orders", Fault.error(403, "Key was revoked")));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.REQUEST_REJECTED);
        assertThat(report.message()).contains("Key was revoked");
    }

    @Test
    void flattenAll_whenOneAccountIsToldToWait_closesTheOthersAndNamesIt() {
        List<Long> accounts = LongStream.rangeClosed(1, 12).boxed().toList();
        accounts.forEach(account ->
                desk.sandbox().account(account).position("GOOG", "25").behaviour(FILLS));
        desk.sandbox()
                .nextCall(
                        request -> request.path().contains("/accounts/5/")
                                && request.method().equals("GET"),
                        Fault.error(503, "Busy").retryAfter("120"));

        // On one thread, because whoever waits moves the clock for all.
        FlattenAllReport all = desk.builder()
                .parallelAccounts(1)
                .build()
                .flattenAll(accounts, FlattenOptions.defaults().withDeadline(ofSeconds(60)));

        assertThat(all.reports()).filteredOn(FlattenReport::flat).hasSize(11);
        assertThat(all.reports().get(4).message()).contains("the server asked to wait 120 s", "503");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1790000000", "99999999999"})
    void flatten_whenRetryAfterIsNonsense_goesOnSoon(String seconds) {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("get_orders", Fault.error(429, "Slow down").retryAfter(seconds));

        FlattenReport report = desk.flatten(FlattenOptions.defaults().withDeadline(ofSeconds(60)));

        assertThat(report.flat()).isTrue();
    }

    @Test
    void flatten_whenTheOrderIsReleasedBeforeTheDeadline_waitsForIt() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(OrderBehaviour.queuesUntil(VirtualDesk.START.plusSeconds(10))
                        .fills(Trigger.elapsed(ofSeconds(12))));

        assertThat(desk.flatten().flat()).isTrue();
    }

    @Test
    void flatten_whenTheInstrumentIsHalted_triesAgainWithPauses() {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rejects("LULD trading pause"));
        desk.beforeEachPause(() -> {
            if (desk.clock().instant().isAfter(VirtualDesk.START.plusSeconds(60))) {
                desk.account().behaviour(FILLS);
            }
        });

        FlattenReport report = desk.flatten(FlattenOptions.defaults().withDeadline(Duration.ofMinutes(15)));

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSizeBetween(4, 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE_FOR_DAY", "REPLACED", "CALCULATED", "SOMETHING_NEW"})
    void flatten_whenAnOldOrderHasAnUnclearStatus_isNotBlockedByIt(String status) {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.sell("GOOG", "25").limit("900").timeInForce("GOOD_TILL_CANCEL"),
                        OrderBehaviour.rests().refusesToCancel(Trigger.atOnce()));
        desk.sandbox()
                .customizeResponses((request, answer) ->
                        answer.withBody(answer.body().replace("\"status\":\"NEW\"", "\"status\":\"" + status + "\"")));
        desk.clock().advance(Duration.ofDays(90));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(report.remarks()).anySatisfy(remark -> assertThat(remark).contains("assumed", status));
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isLessThan(ofSeconds(30));
    }

    @Test
    void flatten_whenADayOrderOfLastMonthSaysThatItWorks_isNotBlockedByIt() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.sell("GOOG", "25").limit("900").timeInForce("DAY"),
                        OrderBehaviour.rests()
                                .withField("instrument_id", null)
                                .withField("symbol", null)
                                .refusesToCancel(Trigger.atOnce()));
        desk.clock().advance(Duration.ofDays(30));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(report.remarks()).anySatisfy(remark -> assertThat(remark).contains("a day that is over"));
    }

    @Test
    void flatten_whenAnOrderThatOnlyIncreasesDoesNotGoAway_closesThePosition() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.buy("GOOG", "5").limit("1"),
                        OrderBehaviour.rests().refusesToCancel(Trigger.atOnce()));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(desk.account().positions()).isEmpty();
    }

    @Test
    void flatten_withCash_leavesItOutAndSaysSo() {
        desk.account()
                .position("GOOG", "25")
                .position(SandboxInstrument.stock("USD").withType("CASH"), "1000")
                .behaviour(FILLS);

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(report.remarks()).anySatisfy(remark -> assertThat(remark).contains("cash", "USD 1000"));
        assertThat(report.positions()).hasSize(1);
    }

    @Test
    void flatten_withThousandsOfOldOrdersAndPagesThatFail_closesWithinSeconds() {
        try (VirtualDesk small = new VirtualDesk(client -> client, 100)) {
            small.account().position("GOOG", "25").behaviour(FILLS);
            for (int i = 0; i < 3_000; i++) {
                small.account().openOrder(OrderTicket.buy("AAPL", "1"), OrderBehaviour.rejects("old"));
            }
            small.clock().advance(Duration.ofDays(10));
            Instant start = small.clock().instant();
            int[] pages = {0};
            small.sandbox().customizeResponses((request, answer) -> {
                boolean fails = request.method().equals("GET")
                        && request.query().orElse("").contains("page_token")
                        && ++pages[0] % 10 == 5;
                return fails ? SandboxResponse.error(503, "Busy", "r") : answer;
            });

            FlattenReport report = small.flatten();

            assertThat(report.flat()).isTrue();
            assertThat(small.sandbox().requests().stream()
                            .filter(request -> !request.method().equals("GET"))
                            .findFirst()
                            .orElseThrow()
                            .receivedAt())
                    .isBefore(start.plusSeconds(10));
        }
    }

    @Test
    void flattenAll_withManyAccounts_closesEverywhereBeforeItFollows() {
        List<Long> accounts = LongStream.rangeClosed(1, 50).boxed().toList();
        accounts.forEach(account -> desk.sandbox()
                .account(account)
                .position("GOOG", "25")
                .behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(Duration.ofMinutes(2)))));

        FlattenAllReport all = desk.closeOut().flattenAll(accounts, FlattenOptions.defaults());

        Instant last = desk.sandbox().requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .map(SandboxRequest::receivedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        assertThat(all.flat()).isTrue();
        assertThat(last).isBefore(VirtualDesk.START.plusSeconds(30));
    }

    @Test
    void flatten_whenRowsOfAnotherAccountCome_refusesThemAndSendsNothingForThem() {
        desk.account();
        desk.sandbox().account(777).position("GOOG", "25");
        desk.sandbox()
                .customizeResponses((request, answer) ->
                        request.method().equals("GET") && request.path().equals("/v1/accounts/19816/positions")
                                ? SandboxResponse.json(200, """
                                {"data":[{"account_id":777,"instrument_id":"3c5e4d1e-7c3b-4c7b-9c53-3f3f3f3f3f3f",\
                                "symbol":"GOOG","instrument_type":"COMMON_STOCK","quantity":"25","market_value":"1",\
                                "position_type":"LONG","available_quantity":"25"}],"error":null,\
                                "metadata":{"request_id":"r"}}""")
                                : answer);

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isFalse();
        assertThat(report.message()).contains("another account, 777");
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void flatten_whenAListHasAnOrderOfAnotherAccount_isFlatAndSaysSo() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(OrderTicket.sell("MSFT", "1").limit("900"));
        String stranger = desk.account().orders().get(0).id();
        desk.sandbox()
                .customizeResponses((request, answer) -> answer.body().contains(stranger)
                        ? answer.withBody(Pattern.compile("\\{[^{}]*" + stranger + "[^{}]*}")
                                .matcher(answer.body())
                                .replaceAll(
                                        order -> order.group().replace("\"account_id\":19816", "\"account_id\":777")))
                        : answer);

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(report.remarks()).anySatisfy(remark -> assertThat(remark).contains("order of another account"));
    }

    @Test
    void flattenAll_ofNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.closeOut().flattenAll(List.of(), FlattenOptions.defaults()))
                .withMessageContaining("at least one");
    }

    @Test
    void flatten_ofAnAccountWithARun_isRefused() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        CloseOut closeOut = desk.closeOut();
        FlattenReport[] second = new FlattenReport[1];
        desk.beforeEachPause(() -> {
            if (second[0] == null) {
                second[0] = closeOut.flatten(ACCOUNT);
            }
        });

        FlattenReport first = closeOut.flatten(ACCOUNT);

        assertThat(first.flat()).isTrue();
        assertThat(second[0].stopReason()).isEqualTo(StopReason.ALREADY_RUNNING);
        assertThat(desk.changes()).hasSize(1);
    }
}
