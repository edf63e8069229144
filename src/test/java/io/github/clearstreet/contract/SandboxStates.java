package io.github.clearstreet.contract;

import au.com.dius.pact.provider.junitsupport.State;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxInstrument;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.When;
import java.time.Instant;
import java.util.List;

/** Makes every provider state true in a fresh sandbox. */
final class SandboxStates {
    private static final String PAGE = "<html><body>The service is not available.</body></html>";

    private final Sandbox sandbox;

    SandboxStates(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    // ---- The account can be closed

    @State(ProviderStates.ONE_POSITION)
    void onePosition() {
        account().position("GOOG", "25");
    }

    @State(ProviderStates.OPEN_ORDER)
    void openOrder() {
        account().position("GOOG", "25").openOrder(OrderTicket.sell("GOOG", "5").limit("300"));
    }

    @State(ProviderStates.NO_POSITION)
    void noPosition() {
        account();
    }

    @State(ProviderStates.SHORT_OPTION)
    void shortOption() {
        account().position(SandboxInstrument.option("GOOG  251219C00250000", SandboxInstrument.stock("GOOG")), "-2");
    }

    @State(ProviderStates.SHORT_OPTION_IN_USE)
    void shortOptionInUse() {
        shortOption();
        account().openOrder(OrderTicket.buy(Orders.OPTION_SYMBOL, "1"));
    }

    @State(ProviderStates.TWO_POSITIONS)
    void twoPositions() {
        account()
                .position(SandboxInstrument.stock("GOOG").withId(Orders.GOOG_ID), "25")
                .position(SandboxInstrument.stock("MSFT").withId(Orders.MSFT_ID), "4");
    }

    /** The token is asked for when the request is sent: see {@link SandboxVerification}. */
    @State(ProviderStates.SECOND_PAGE)
    void secondPage() {
        twoPositions();
    }

    @State(ProviderStates.SECOND_PAGE_OF_ORDERS)
    void secondPageOfOrders() {
        knownOrder();
        knownOrder();
    }

    @State(ProviderStates.KNOWN_ORDER)
    void knownOrder() {
        account().openOrder(OrderTicket.sell("GOOG", "25"));
    }

    @State(ProviderStates.OPTION_ORDER)
    void optionOrder() {
        SandboxInstrument option = SandboxInstrument.option(Orders.OPTION_SYMBOL, SandboxInstrument.stock("GOOG"));
        account().position(option, "-2").openOrder(OrderTicket.buy(Orders.OPTION_SYMBOL, "2"));
    }

    @State(ProviderStates.EVERY_FIELD)
    void everyField() {
        account()
                .position("GOOG", "25")
                .position("MSFT", "4")
                .behaviour(OrderBehaviour.queuesUntil(Instant.parse("2025-10-03T20:00:00Z"))
                        .withField("client_order_id", "close-1")
                        .withField("underlying_instrument_id", "c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa")
                        .withField("limit_price", "1.5")
                        .withField("stop_price", "2.5")
                        .withField("extended_hours", false)
                        .withField("expires_at", "2025-10-31T20:00:00Z")
                        .withField("average_fill_price", "99.75")
                        .withField("details", List.of("A text for people."))
                        .withField("trailing_offset", "1")
                        .withField("trailing_offset_type", "PRICE")
                        .withField("limit_offset", "-0.5")
                        .withField("trailing_stop_px", "3")
                        .withField("trailing_limit_px", "4")
                        .withField("trailing_watermark_px", "5")
                        .withField("trailing_watermark_ts", "2025-10-03T14:00:00.5Z"));
    }

    @State(ProviderStates.MARKET_CLOSED)
    void marketClosed() {
        account().position("GOOG", "25").behaviour(OrderBehaviour.queuesUntil(Instant.parse("2025-10-06T13:30:00Z")));
    }

    @State(ProviderStates.FILLS_IN_PART)
    void fillsInPart() {
        account().position("GOOG", "10.5").behaviour(OrderBehaviour.rests().fills("4.25", When.atOnce()));
    }

    @State(ProviderStates.HALTED)
    void halted() {
        account().position("GOOG", "25").behaviour(OrderBehaviour.rejects("Trading is halted."));
    }

    @State(ProviderStates.NEWER_STATUS)
    void newerStatus() {
        account().position("GOOG", "25");
        sandbox.nextCall(Fault.changes(
                (request, answer) -> answer.withBody(answer.body().replace("PENDING_NEW", "PENDING_REVIEW"))));
    }

    @State(ProviderStates.ONE_OF_TWO_FAILS)
    void oneOfTwoFails() {
        account().position("GOOG", "25").position("MSFT", "4");
        sandbox.nextCall(Fault.changes((request, answer) -> answer.withBody(withoutSecondOrder(answer.body()))));
    }

    // ---- The request is refused

    @State(ProviderStates.UNREADABLE_REQUEST)
    void unreadableRequest() {
        sandbox.nextCall(Fault.error(400, "The body is not JSON."));
    }

    /** What is not valid is the key that is sent: see {@link SandboxVerification}. */
    @State(ProviderStates.INVALID_KEY)
    void invalidKey() {
        onePosition();
    }

    @State(ProviderStates.INVALID_KEY_FLAT)
    void invalidKeyFlat() {
        sandbox.nextCall(Fault.flatError(401, "The API key is not valid."));
    }

    @State(ProviderStates.FOREIGN_ACCOUNT)
    void foreignAccount() {
        account().position("GOOG", "25").ownedBySomebodyElse();
    }

    @State(ProviderStates.UNKNOWN_ACCOUNT)
    void unknownAccount() {
        sandbox.reset();
    }

    @State(ProviderStates.CONFLICT)
    void conflict() {
        sandbox.nextCall(Fault.error(409, "The account is being moved."));
    }

    @State(ProviderStates.OTHER_BODY_EXPECTED)
    void otherBodyExpected() {
        sandbox.nextCall(Fault.answers(SandboxResponse.json(422, """
                {"error": {"code": 422, "message": "The body has another type.",
                           "details": [{"path": "/cancel_orders", "allowed": [true, false]}, {"hint": {"see": "docs"}}]},
                 "metadata": {"request_id": "request-422"}}""")));
    }

    @State(ProviderStates.TOO_MANY_REQUESTS)
    void tooManyRequests() {
        sandbox.nextCall(Fault.error(429, "Slow down.").retryAfter("7"));
    }

    @State(ProviderStates.TOO_MANY_REQUESTS_UNTIL)
    void tooManyRequestsUntil() {
        sandbox.nextCall(Fault.error(429, "Slow down.").retryAfter("Fri, 03 Oct 2025 14:02:00 GMT"));
    }

    // ---- The outcome is unknown

    @State(ProviderStates.API_FAILS)
    void apiFails() {
        sandbox.nextCall(Fault.error(500, "Internal error."));
    }

    @State(ProviderStates.BAD_GATEWAY)
    void badGateway() {
        sandbox.nextCall(Fault.error(502, "No usable answer."));
    }

    @State(ProviderStates.BAD_GATEWAY_PAGE)
    void badGatewayPage() {
        sandbox.nextCall(Fault.html(502, PAGE));
    }

    @State(ProviderStates.MAINTENANCE)
    void maintenance() {
        sandbox.nextCall(Fault.error(503, "Down for maintenance.").retryAfter("60"));
    }

    @State(ProviderStates.MAINTENANCE_PAGE)
    void maintenancePage() {
        sandbox.nextCall(Fault.html(503, PAGE).retryAfter("60"));
    }

    @State(ProviderStates.GATEWAY_TIMEOUT)
    void gatewayTimeout() {
        sandbox.nextCall(Fault.error(504, "Too slow."));
    }

    @State(ProviderStates.GATEWAY_TIMEOUT_PAGE)
    void gatewayTimeoutPage() {
        sandbox.nextCall(Fault.html(504, PAGE));
    }

    private SandboxAccount account() {
        return sandbox.account(Parties.ACCOUNT);
    }

    private static String withoutSecondOrder(String body) {
        try {
            ObjectNode envelope = (ObjectNode) new ObjectMapper().readTree(body);
            ((ArrayNode) envelope.path("data")).remove(1);
            envelope.putObject("error").put("code", 422).put("message", "MSFT cannot be closed.");
            return envelope.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
