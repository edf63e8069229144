package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    /** Both ways of calling, which have to measure alike. */
    enum Style {
        BLOCKING {
            @Override
            void close(Positions positions, String instrumentId) {
                positions.closePosition(ACCOUNT, instrumentId);
            }

            @Override
            void closeAll(Positions positions) {
                positions.closePositions(ACCOUNT);
            }
        },
        ASYNC {
            @Override
            void close(Positions positions, String instrumentId) {
                await(positions.async().closePosition(ACCOUNT, instrumentId));
            }

            @Override
            void closeAll(Positions positions) {
                await(positions.async().closePositions(ACCOUNT));
            }
        };

        abstract void close(Positions positions, String instrumentId);

        abstract void closeAll(Positions positions);

        private static void await(CompletableFuture<?> close) {
            try {
                close.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof ClearStreetException failure ? failure : e;
            }
        }
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePosition_whenItAloneIsWorthTooMuch_isRefusedBySymbolAndById(Style style) {
        Guards guards = Guards.none().withMaxGrossValue(new BigDecimal("1000"));

        for (String name : new String[] {"GOOG", "goog", "id-of-goog"}) {
            assertThat(refusal(guards, positions -> style.close(positions, name)))
                    .hasMessageContaining("a gross value of 1001");
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePosition_whenOnlyAnotherIsWorthTooMuch_isSent(Style style) {
        try (ClearStreet clearStreet = client(Guards.none().withMaxGrossValue(new BigDecimal("1000")))) {
            style.close(clearStreet.positions(), "id-of-msft");
        }
        assertThat(closes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenTheSizeIsExactlyTheLimit_isSent(Style style) {
        try (ClearStreet clearStreet =
                client(Guards.none().withMaxPositions(2).withMaxGrossValue(new BigDecimal("2001")))) {
            style.closeAll(clearStreet.positions());
        }
        assertThat(closes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenAPositionIsZero_doesNotCountIt(Style style) {
        answerToReads("\"quantity\":\"-10\"", "\"quantity\":\"0.00\"");
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(1))) {
            style.closeAll(clearStreet.positions());
        }
        assertThat(closes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenAQuantityIsUnreadable_countsIt(Style style) {
        answerToReads("\"quantity\":\"-10\"", "\"quantity\":\"ten\"");

        assertThat(refusal(Guards.none().withMaxPositions(1), style::closeAll))
                .hasMessageContaining("2 positions are more than the 1");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePosition_whenTheNameOfAPositionIsUnreadable_countsThatOneToo(Style style) {
        answerToReads("\"symbol\":\"GOOG\"", "\"symbol\":true");

        assertThat(refusal(
                        Guards.none().withMaxGrossValue(new BigDecimal("2000")),
                        positions -> style.close(positions, "MSFT")))
                .hasMessageContaining("a gross value of 2001");
    }

    @Test
    void closePositions_whenThePagesLeadInACircle_isRefused() {
        for (int page = 0; page < 2; page++) {
            sandbox.nextCall(page("\"again\""));
        }

        assertThat(refusal(Guards.none().withMaxPositions(1), Style.ASYNC::closeAll))
                .hasMessageContaining("the size of the close could not be measured")
                .hasMessageContaining("it leads back to a page that was read before");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenTheTokenIsEmpty_readsNoFurtherPage(Style style) {
        answerToReads("\"metadata\":{", "\"metadata\":{\"next_page_token\":\"\",");
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(2))) {
            style.closeAll(clearStreet.positions());
        }
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsExactly("GET", "DELETE");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePosition_whenNothingInTheListMatches_isRefused(Style style) {
        for (String name : new String[] {"GOOGL", "GOOG.US", "an-alias"}) {
            assertThat(refusal(Guards.none().withMaxPositions(9), positions -> style.close(positions, name)))
                    .hasMessageContaining("no position in the list has this id or symbol");
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePosition_whenTheNameHasSpacesAround_isMeasuredAllTheSame(Style style) {
        assertThat(refusal(
                        Guards.none().withMaxGrossValue(BigDecimal.ONE), positions -> style.close(positions, " GOOG")))
                .hasMessageContaining("a gross value of 1001");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenTheListIsEmpty_isRefused(Style style) {
        sandbox.customizeResponses(ResponseChanges.emptyList().onlyFor("get_positions"));

        assertThat(refusal(Guards.none().withMaxPositions(9), style::closeAll))
                .hasMessageContaining("the list of positions is empty");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenTheServerCountsMoreThanItSends_isRefused(Style style) {
        sandbox.customizeResponses(ResponseChanges.totalItems(3).onlyFor("get_positions"));

        assertThat(refusal(Guards.none().withMaxPositions(9), style::closeAll))
                .hasMessageContaining("the server counts 3 positions, and sent 2");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenARowIsOfAnotherAccount_isRefused(Style style) {
        sandbox.customizeResponses(
                ResponseChanges.inEveryRow("account_id", 777L).onlyFor("get_positions"));

        assertThat(refusal(Guards.none().withMaxPositions(9), style::closeAll))
                .hasMessageContaining("not of this account");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenASignContradictsItsType_isRefused(Style style) {
        answerToReads("\"quantity\":\"-10\"", "\"quantity\":\"10\"");

        assertThat(refusal(Guards.none().withMaxPositions(9), style::closeAll))
                .hasMessageContaining("contradicts the type");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenAPageHasAnErrorBesideItsData_isRefused(Style style) {
        answerToReads("\"error\":null", "\"error\":{\"code\":500,\"message\":\"one shard is away\"}");

        assertThat(refusal(Guards.none().withMaxPositions(9), style::closeAll))
                .hasMessageContaining("rows may be missing");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenThePositionsWereGiven_readsNone(Style style) {
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(2))) {
            List<Position> read =
                    clearStreet.positions().getPositions(ACCOUNT).stream().toList();
            style.closeAll(
                    clearStreet.positions().withOptions(CallOptions.defaults().withPositionsMeasured(read)));
        }
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsExactly("GET", "DELETE");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenTheGivenPositionsAreTooMany_isRefused(Style style) {
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(1))) {
            List<Position> read =
                    clearStreet.positions().getPositions(ACCOUNT).stream().toList();
            Positions positions =
                    clearStreet.positions().withOptions(CallOptions.defaults().withPositionsMeasured(read));
            NotSentException refused = catchThrowableOfType(NotSentException.class, () -> style.closeAll(positions));
            assertThat(refused).hasMessageContaining("2 positions are more than the 1");
        }
        assertThat(closes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenMeasuringTakesTheWholeDeadline_isNotSent(Style style) {
        sandbox.nextCall(Fault.held(new Gate()));
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(9))) {
            Positions hurried =
                    clearStreet.positions().withOptions(CallOptions.defaults().withDeadline(Duration.ofMillis(300)));
            assertThat(catchThrowableOfType(NotSentException.class, () -> style.closeAll(hurried)))
                    .hasMessageContaining("could not be measured");
        }
        assertThat(closes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_withoutALimit_readsNothingFirst(Style style) {
        try (ClearStreet clearStreet = client(Guards.none())) {
            style.closeAll(clearStreet.positions());
        }
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsExactly("DELETE");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void dryRun_whicheverWayItIsCalled_sendsNoClose(Style style) {
        Guards guards = Guards.none().withDryRun(true);

        assertThat(refusal(guards, style::closeAll)).hasMessageContaining("dry run");
        assertThat(refusal(guards, positions -> style.close(positions, "GOOG"))).hasMessageContaining("dry run");
    }

    private NotSentException refusal(Guards guards, Consumer<Positions> close) {
        try (ClearStreet clearStreet = client(guards)) {
            NotSentException refused =
                    catchThrowableOfType(NotSentException.class, () -> close.accept(clearStreet.positions()));
            assertThat(refused.refusedByGuard()).isTrue();
            assertThat(closes()).isEmpty();
            return refused;
        }
    }

    private ClearStreet client(Guards guards) {
        return ClearStreet.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .guards(guards)
                .build();
    }

    private void answerToReads(String shown, String instead) {
        sandbox.customizeResponses((request, answer) ->
                request.method().equals("GET") ? answer.withBody(answer.body().replace(shown, instead)) : answer);
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
