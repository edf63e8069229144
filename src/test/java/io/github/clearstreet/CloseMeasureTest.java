package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.CallStyle.StyledPositions;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.ResponseChanges;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxInstrument;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts towards the size of a close, and what is done when nobody knows. */
class CloseMeasureTest {
    private static final long ACCOUNT = 19816;
    private static final SandboxInstrument GOOG =
            SandboxInstrument.stock("GOOG").withId("id-of-goog").withPrice("100");
    private static final SandboxInstrument MSFT =
            SandboxInstrument.stock("MSFT").withId("id-of-msft").withPrice("100");

    private final Sandbox sandbox = Sandbox.start();

    @BeforeEach
    void haveTwoPositions() {
        sandbox.account(ACCOUNT).position(GOOG, "10.01").position(MSFT, "-10");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePosition_whenItAloneIsWorthTooMuch_isRefusedBySymbolAndById(CallStyle style) {
        Guards guards = Guards.none().withMaxGrossValue(new BigDecimal("1000"));

        for (String name : new String[] {"GOOG", "goog", "id-of-goog"}) {
            assertThat(refusal(style, guards, positions -> positions.closePosition(ACCOUNT, name)))
                    .hasMessageContaining("a gross value of 1001");
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePosition_whenOnlyAnotherIsWorthTooMuch_isSent(CallStyle style) {
        try (ClearStreet clearStreet = client(Guards.none().withMaxGrossValue(new BigDecimal("1000")))) {
            style.positions(clearStreet).closePosition(ACCOUNT, "id-of-msft");
        }
        assertThat(closes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenTheSizeIsExactlyTheLimit_isSent(CallStyle style) {
        try (ClearStreet clearStreet =
                client(Guards.none().withMaxPositions(2).withMaxGrossValue(new BigDecimal("2001")))) {
            style.positions(clearStreet).closePositions(ACCOUNT);
        }
        assertThat(closes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenAPositionIsZero_doesNotCountIt(CallStyle style) {
        changeReads("\"quantity\":\"-10\"", "\"quantity\":\"0.00\"");
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(1))) {
            style.positions(clearStreet).closePositions(ACCOUNT);
        }
        assertThat(closes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenAQuantityIsUnreadable_countsIt(CallStyle style) {
        changeReads("\"quantity\":\"-10\"", "\"quantity\":\"ten\"");

        assertThat(refusal(style, Guards.none().withMaxPositions(1), CloseMeasureTest::closeAll))
                .hasMessageContaining("2 positions are more than the 1");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePosition_whenTheNameOfAPositionIsUnreadable_countsThatOneToo(CallStyle style) {
        changeReads("\"symbol\":\"GOOG\"", "\"symbol\":true");

        assertThat(refusal(
                        style,
                        Guards.none().withMaxGrossValue(new BigDecimal("2000")),
                        positions -> positions.closePosition(ACCOUNT, "MSFT")))
                .hasMessageContaining("a gross value of 2001");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenThePagesLeadInACircle_isRefused(CallStyle style) {
        for (int page = 0; page < 2; page++) {
            sandbox.nextCall(page("\"again\""));
        }

        assertThat(refusal(style, Guards.none().withMaxPositions(1), CloseMeasureTest::closeAll))
                .hasMessageContaining("the size of the close could not be measured")
                .hasMessageContaining("it leads back to a page that was read before");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenTheTokenIsEmpty_readsNoFurtherPage(CallStyle style) {
        changeReads("\"metadata\":{", "\"metadata\":{\"next_page_token\":\"\",");
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(2))) {
            style.positions(clearStreet).closePositions(ACCOUNT);
        }
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsExactly("GET", "DELETE");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePosition_whenNothingInTheListMatches_isRefused(CallStyle style) {
        for (String name : new String[] {"GOOGL", "GOOG.US", "an-alias"}) {
            assertThat(refusal(
                            style,
                            Guards.none().withMaxPositions(9),
                            positions -> positions.closePosition(ACCOUNT, name)))
                    .hasMessageContaining("no position in the list has this id or symbol");
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePosition_whenTheNameHasSpacesAround_isMeasuredAllTheSame(CallStyle style) {
        assertThat(refusal(
                        style,
                        Guards.none().withMaxGrossValue(BigDecimal.ONE),
                        positions -> positions.closePosition(ACCOUNT, " GOOG")))
                .hasMessageContaining("a gross value of 1001");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenTheListIsEmpty_isRefused(CallStyle style) {
        sandbox.customizeResponses(ResponseChanges.emptyList().onlyFor("get_positions"));

        assertThat(refusal(style, Guards.none().withMaxPositions(9), CloseMeasureTest::closeAll))
                .hasMessageContaining("the list of positions is empty");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenTheServerCountsMoreThanItSends_isRefused(CallStyle style) {
        sandbox.customizeResponses(ResponseChanges.totalItems(3).onlyFor("get_positions"));

        assertThat(refusal(style, Guards.none().withMaxPositions(9), CloseMeasureTest::closeAll))
                .hasMessageContaining("the server counts 3 positions, and sent 2");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenARowIsOfAnotherAccount_isRefused(CallStyle style) {
        sandbox.customizeResponses(
                ResponseChanges.inEveryRow("account_id", 777L).onlyFor("get_positions"));

        assertThat(refusal(style, Guards.none().withMaxPositions(9), CloseMeasureTest::closeAll))
                .hasMessageContaining("not of this account");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenASignContradictsItsType_isRefused(CallStyle style) {
        changeReads("\"quantity\":\"-10\"", "\"quantity\":\"10\"");

        assertThat(refusal(style, Guards.none().withMaxPositions(9), CloseMeasureTest::closeAll))
                .hasMessageContaining("contradicts the type");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenAPageHasAnErrorBesideItsData_isRefused(CallStyle style) {
        changeReads("\"error\":null", "\"error\":{\"code\":500,\"message\":\"one shard is away\"}");

        assertThat(refusal(style, Guards.none().withMaxPositions(9), CloseMeasureTest::closeAll))
                .hasMessageContaining("rows may be missing");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenThePositionsWereGiven_readsNone(CallStyle style) {
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(2))) {
            List<Position> read =
                    clearStreet.positions().getPositions(ACCOUNT).stream().toList();
            style.positions(clearStreet)
                    .withOptions(CallOptions.defaults().withPositionsMeasured(read))
                    .closePositions(ACCOUNT);
        }
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsExactly("GET", "DELETE");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenTheGivenPositionsAreTooMany_isRefused(CallStyle style) {
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(1))) {
            List<Position> read =
                    clearStreet.positions().getPositions(ACCOUNT).stream().toList();
            StyledPositions positions = style.positions(clearStreet)
                    .withOptions(CallOptions.defaults().withPositionsMeasured(read));
            NotSentException refused = catchThrowableOfType(NotSentException.class, () -> closeAll(positions));
            assertThat(refused).hasMessageContaining("2 positions are more than the 1");
        }
        assertThat(closes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_whenMeasuringTakesTheWholeDeadline_isNotSent(CallStyle style) {
        sandbox.nextCall(Fault.held(new Gate()));
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(9))) {
            StyledPositions hurried = style.positions(clearStreet)
                    .withOptions(CallOptions.defaults().withDeadline(Duration.ofMillis(300)));
            assertThat(catchThrowableOfType(NotSentException.class, () -> closeAll(hurried)))
                    .hasMessageContaining("could not be measured");
        }
        assertThat(closes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void closePositions_withoutALimit_readsNothingFirst(CallStyle style) {
        try (ClearStreet clearStreet = client(Guards.none())) {
            style.positions(clearStreet).closePositions(ACCOUNT);
        }
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsExactly("DELETE");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void dryRun_whicheverWayItIsCalled_sendsNoClose(CallStyle style) {
        Guards guards = Guards.none().withDryRun(true);

        assertThat(refusal(style, guards, CloseMeasureTest::closeAll)).hasMessageContaining("dry run");
        assertThat(refusal(style, guards, positions -> positions.closePosition(ACCOUNT, "GOOG")))
                .hasMessageContaining("dry run");
    }

    private NotSentException refusal(CallStyle style, Guards guards, Consumer<StyledPositions> close) {
        try (ClearStreet clearStreet = client(guards)) {
            NotSentException refused =
                    catchThrowableOfType(NotSentException.class, () -> close.accept(style.positions(clearStreet)));
            assertThat(refused.refusedByGuard()).isTrue();
            assertThat(closes()).isEmpty();
            return refused;
        }
    }

    private static void closeAll(StyledPositions positions) {
        positions.closePositions(ACCOUNT);
    }

    private ClearStreet client(Guards guards) {
        return ClearStreet.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .guards(guards)
                .build();
    }

    private void changeReads(String shown, String instead) {
        sandbox.customizeResponses((request, response) -> request.method().equals("GET")
                ? response.withBody(response.body().replace(shown, instead))
                : response);
    }

    private static Fault page(String token) {
        return Fault.answers(SandboxResponse.json(
                200,
                "{\"data\":[],\"error\":null,\"metadata\":{\"request_id\":\"1\",\"next_page_token\":" + token + "}}"));
    }

    private Stream<SandboxRequest> closes() {
        return sandbox.requests().stream().filter(request -> request.method().equals("DELETE"));
    }
}
