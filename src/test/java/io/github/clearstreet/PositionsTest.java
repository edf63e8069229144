package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each in both styles. */
@ParameterizedClass
@EnumSource
class PositionsTest {
    private static final long ACCOUNT = 19816;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Sandbox sandbox = Sandbox.start();
    private final ClearStreet clearStreet = ClearStreet.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .deadline(DEADLINE)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();
    private final CallStyle.StyledPositions positions;

    PositionsTest(CallStyle style) {
        positions = style.positions(clearStreet);
    }

    @AfterEach
    void stop() {
        clearStreet.close();
        sandbox.close();
    }

    @Test
    void closePositions_whenAccepted_givesTheClosingOrders() {
        sandbox.account(ACCOUNT).position("GOOG", "25");

        ApiResponse<List<Order>> response = positions.closePositions(ACCOUNT);

        assertThat(response.data()).singleElement().satisfies(order -> {
            assertThat(order.accountId()).isEqualTo(ACCOUNT);
            assertThat(order.symbol()).contains("GOOG");
            assertThat(order.side()).isEqualTo(Side.SELL);
            assertThat(order.quantity()).isEqualTo(new BigDecimal("25"));
            assertThat(order.status()).isEqualTo(OrderStatus.PENDING_NEW);
        });
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.error()).isEmpty();
        assertThat(response.violations()).isEmpty();
        assertThat(response.requestId()).contains(response.metadata().requestId());
        assertThat(response.headers().get("Content-Type")).hasSize(1);
        assertThat(response.sentAt()).isEqualTo(NOW);
        assertThat(response.elapsed()).isPositive().isLessThan(DEADLINE);
        assertThat(response.toString()).contains("GOOG", "200");
    }

    @Test
    void closePosition_closesThatOneOnly() {
        sandbox.account(ACCOUNT).position("GOOG", "25").position("AAPL", "-3");
        ClosePositionsRequest request =
                ClosePositionsRequest.builder().cancelOrders(true).build();

        ApiResponse<List<Order>> response = positions.closePosition(ACCOUNT, "AAPL", request);

        assertThat(response.data()).singleElement().satisfies(order -> {
            assertThat(order.symbol()).contains("AAPL");
            assertThat(order.side()).isEqualTo(Side.BUY);
        });
        assertThat(onlyRequest().path()).isEqualTo("/v1/accounts/19816/positions/AAPL");
        assertThat(onlyRequest().body()).isEqualTo("{\"cancel_orders\":true}");
    }

    @Test
    void getPositions_readsWhatTheAccountHolds() {
        sandbox.account(ACCOUNT).position("GOOG", "25").position("AAPL", "-3");

        assertThat(positions.getPositions(ACCOUNT))
                .extracting(Position::symbol, Position::quantity)
                .containsExactlyInAnyOrder(tuple("GOOG", new BigDecimal("25")), tuple("AAPL", new BigDecimal("-3")));
    }

    @Test
    void getPositions_whenTheKeyMayNotRead_isRejected() {
        sandbox.account(ACCOUNT).ownedBySomebodyElse();

        RejectedException e = catchThrowableOfType(RejectedException.class, () -> positions.getPositions(ACCOUNT));

        assertThat(e.status()).hasValue(403);
        assertThat(e).hasMessageContaining("Nothing was changed; it may be repeated.");
    }

    @Test
    void closePositions_whenNothingIsChosen_sendsAnEmptyObject() {
        sandbox.account(ACCOUNT);
        positions.closePositions(ACCOUNT);
        assertThat(onlyRequest().body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closePositions_whenCancelOrdersIsChosen_sendsIt(boolean cancelOrders) {
        sandbox.account(ACCOUNT);
        positions.closePositions(
                ACCOUNT,
                ClosePositionsRequest.builder().cancelOrders(cancelOrders).build());
        assertThat(onlyRequest().body()).isEqualTo("{\"cancel_orders\":" + cancelOrders + "}");
    }

    @Test
    void closePositions_sendsWhatTheApiExpects() {
        sandbox.account(ACCOUNT);
        positions
                .withOptions(CallOptions.defaults().withHeader("traceparent", "00-1"))
                .closePositions(ACCOUNT);

        SandboxRequest request = onlyRequest();
        assertThat(request.method()).isEqualTo("DELETE");
        assertThat(request.path()).isEqualTo("/v1/accounts/19816/positions");
        assertThat(request.query()).isEmpty();
        assertThat(request.header("Content-Type")).contains("application/json");
        assertThat(request.header("Accept")).contains("application/json");
        assertThat(request.header("traceparent")).contains("00-1");
        assertThat(request.header("User-Agent"))
                .as("classes outside a jar have no version")
                .contains("clearstreet-client/unpackaged");
        assertThat(request.header("Accept-Encoding")).contains("identity");
        assertThat(request.header("Upgrade")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 409, 421, 422, 425, 429})
    void closePositions_whenRefused_saysThatNothingWasChanged(int status) {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        sandbox.nextCall(Fault.error(status, "No, thank you.").retryAfter("7"));

        RejectedException e = catchThrowableOfType(RejectedException.class, () -> positions.closePositions(ACCOUNT));

        assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(e.operation()).isEqualTo("close_positions");
        assertThat(e.accountId()).hasValue(ACCOUNT);
        assertThat(e.status()).hasValue(status);
        assertThat(e.error()).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo(status);
            assertThat(error.message()).isEqualTo("No, thank you.");
        });
        assertThat(e.requestId()).contains(onlyRequest().requestId());
        assertThat(e.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(e.sentAt()).contains(NOW);
        assertThat(e.elapsed()).isPositive();
        assertThat(e.rawBody()).hasValueSatisfying(body -> assertThat(body).contains("No, thank you."));
        assertThat(e)
                .hasMessage("close_positions of account 19816 was rejected with " + status + ": No, thank you. Nothing"
                        + " was changed. The server asks to wait 7 s. (request id "
                        + onlyRequest().requestId() + ")");
        assertThat(sandbox.account(ACCOUNT).orders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 408, 500, 502, 503, 504})
    void closePositions_whenTheResponseSaysNothingOfTheAccount_isUnknown(int status) {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        sandbox.nextCall(Fault.flatError(status, "Line one\nline two"));

        OutcomeUnknownException e =
                catchThrowableOfType(OutcomeUnknownException.class, () -> positions.closePositions(ACCOUNT));

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.status()).hasValue(status);
        assertThat(e.error())
                .hasValueSatisfying(error -> assertThat(error.message()).isEqualTo("Line one\nline two"));
        assertThat(e.getMessage())
                .startsWith("close_positions of account 19816 has an unknown outcome: the server answered " + status
                        + ": Line one line two")
                .contains("look at orders and positions before sending again")
                .doesNotContain("\n");
        assertThat(sandbox.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"request_id\":\"r-1\"} | r-1", "7 | r-2", "{\"request_id\":true} | r-2", "null | r-2"})
    void closePositions_whenRefused_takesTheRequestIdOfTheBodyBeforeThatOfTheHeader(String metadata, String requestId) {
        sandbox.account(ACCOUNT);
        String body = "{\"error\":{\"code\":409,\"message\":\"m\"},\"metadata\":" + metadata + "}";
        sandbox.nextCall(Fault.answers(SandboxResponse.json(409, body)).withHeader("X-Request-Id", "r-2"));

        RejectedException e = catchThrowableOfType(RejectedException.class, () -> positions.closePositions(ACCOUNT));

        assertThat(e.requestId()).contains(requestId);
        assertThat(e.error())
                .hasValueSatisfying(error -> assertThat(error.message()).isEqualTo("m"));
    }

    @Test
    void closePositions_whenAProxyAnswersInHtml_keepsThePage() {
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.html(502, "<h1>Bad gateway</h1>").withHeader("X-Request-Id", "r-9"));

        OutcomeUnknownException e =
                catchThrowableOfType(OutcomeUnknownException.class, () -> positions.closePositions(ACCOUNT));

        assertThat(e.error()).isEmpty();
        assertThat(e.requestId()).contains("r-9");
        assertThat(e.rawBody()).contains("<h1>Bad gateway</h1>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}",
                "{\"data\":null,\"error\":{\"code\":500,\"message\":\"m\"}}",
                "{\"data\":\"none\",\"metadata\":{\"request_id\":\"r\"}}",
                "[]",
                "[{\"id\":\"1\"}]",
                "null",
                "{\"data\":[",
                "<html>",
            })
    void closePositions_whenASuccessHoldsNoListOfOrders_isUnknownAndKeepsTheBody(String body) {
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.changes((request, response) -> response.withBody(body)));

        OutcomeUnknownException e =
                catchThrowableOfType(OutcomeUnknownException.class, () -> positions.closePositions(ACCOUNT));

        assertThat(e.status()).hasValue(200);
        assertThat(e.rawBody()).contains(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void closePositions_whenASuccessIsEmpty_isUnknown(int status) {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        sandbox.nextCall(Fault.empty(status).afterExecuting());

        OutcomeUnknownException e =
                catchThrowableOfType(OutcomeUnknownException.class, () -> positions.closePositions(ACCOUNT));

        assertThat(e.status()).hasValue(status);
        assertThat(e.rawBody()).isEmpty();
        assertThat(sandbox.account(ACCOUNT).orders()).hasSize(1);
    }

    @Test
    void closePositions_whenOnlyMetadataIsMissing_isAcceptedAndReportsIt() {
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.changes((request, response) -> response.withBody("{\"data\":[]}"))
                .withHeader("X-Request-Id", "r-9"));

        ApiResponse<List<Order>> response = positions.closePositions(ACCOUNT);

        assertThat(response.data()).isEmpty();
        assertThat(response.requestId()).contains("r-9");
        assertThat(response.violations())
                .singleElement()
                .satisfies(v -> assertThat(v.pointer()).isEqualTo("/metadata"));
    }

    @Test
    void closePositions_whenPartOfItFailed_givesBothTheOrdersAndTheError() {
        sandbox.account(ACCOUNT);
        String body =
                "{\"data\":[],\"error\":{\"code\":207,\"message\":\"half\"},\"metadata\":{\"request_id\":\"r-1\"}}";
        sandbox.nextCall(
                Fault.changes((request, response) -> response.withStatus(207).withBody(body)));

        ApiResponse<List<Order>> response = positions.closePositions(ACCOUNT);

        assertThat(response.status()).isEqualTo(207);
        assertThat(response.error())
                .hasValueSatisfying(error -> assertThat(error.message()).isEqualTo("half"));
        assertThat(response.requestId()).contains("r-1");
    }

    @Test
    void closePositions_whenTheServerEchoesTheKey_blanksItOut() {
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.error(401, "bad key " + sandbox.apiKey()));

        RejectedException e = catchThrowableOfType(RejectedException.class, () -> positions.closePositions(ACCOUNT));

        assertThat(e.getMessage()).doesNotContain(sandbox.apiKey()).contains("bad key [hidden]");
        assertThat(e.rawBody()).hasValueSatisfying(body -> assertThat(body).doesNotContain(sandbox.apiKey()));
        assertThat(e.error())
                .hasValueSatisfying(error -> assertThat(error.message()).isEqualTo("bad key [hidden]"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void closePositions_whenTheAccountIdIsNotPositive_isRefusedAtTheDoor(long accountId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> positions.closePositions(accountId))
                .withMessageContaining("accountId");
        assertThatIllegalArgumentException()
                .as("at once")
                .isThrownBy(() -> clearStreet.positions().async().closePositions(accountId));
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void close_whenTheRequestHoldsAnUnreadableValue_isRefusedAtTheDoor() {
        ClosePositionsRequest request = ClosePositionsRequest.fromJson("{\"cancel_orders\":\"yes\"}");
        List<ThrowingCallable> calls = List.of(
                () -> positions.closePositions(ACCOUNT, request),
                () -> positions.closePosition(ACCOUNT, "GOOG", request),
                () -> clearStreet.positions().async().closePositions(ACCOUNT, request),
                () -> clearStreet.positions().async().closePosition(ACCOUNT, "GOOG", request));
        assertThat(calls)
                .allSatisfy(call ->
                        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("/cancel_orders"));
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void closePositions_whenTheClientIsClosed_isNotSent() {
        clearStreet.close();
        clearStreet.close();

        NotSentException e = catchThrowableOfType(NotSentException.class, () -> positions.closePositions(ACCOUNT));

        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(e.sentAt()).isEmpty();
        assertThat(e.status()).isEmpty();
        assertThat(e.requestId()).isEqualTo(Optional.empty());
        assertThat(e)
                .hasMessage("close_positions of account 19816 was not sent: the client was closed. Nothing happened; it"
                        + " is safe to send it again.");
        assertThat(sandbox.requests()).isEmpty();
    }

    private SandboxRequest onlyRequest() {
        assertThat(sandbox.requests()).hasSize(1);
        return sandbox.requests().get(0);
    }
}
