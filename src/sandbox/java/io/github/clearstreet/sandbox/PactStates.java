package io.github.clearstreet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the provider states of the client's pact true. The names are those of the pact; parameters say which account and
 * which instrument they are about.
 */
final class PactStates {
    private static final String PAGE = "<html><body>The service is not available.</body></html>";
    private static final String OTHER_BODY = """
            {"error": {"code": 422, "message": "The body has another type.",
                       "details": [{"path": "/cancel_orders", "allowed": [true, false]}, {"hint": {"see": "docs"}}]},
             "metadata": {"request_id": "request-422"}}""";
    private static final Map<String, State> STATES = states();

    private final Sandbox sandbox;

    /** Makes it true, and returns the values that the pact's generators ask for. */
    @FunctionalInterface
    private interface State {
        void makeTrue(Scene scene);
    }

    PactStates(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static Set<String> names() {
        return STATES.keySet();
    }

    /**
     * Begins with an empty sandbox, and makes the state true.
     *
     * @return values for the pact's generators: {@code account_id}, {@code order_id}, {@code page_token}; or nothing if
     *     there is no such state
     */
    Optional<Map<String, Object>> setUp(String name, Map<String, ?> parameters) {
        State state = STATES.get(name);
        if (state == null) {
            return Optional.empty();
        }
        sandbox.reset();
        Scene scene = new Scene(sandbox, parameters);
        state.makeTrue(scene);
        return Optional.of(scene.values());
    }

    private static Map<String, State> states() {
        Map<String, State> states = new LinkedHashMap<>();
        states.put("account 19816 holds 25 GOOG", scene -> scene.holds("GOOG", "25"));
        states.put(
                "account 19816 holds 25 GOOG and has an open order in GOOG",
                scene -> scene.holds("GOOG", "25")
                        .openOrder(OrderTicket.sell("GOOG", "5").limit("300")));
        states.put("account 19816 holds nothing", Scene::account);
        states.put("account 19816 is short 2 options on GOOG", Scene::shortOption);
        states.put(
                "account 19816 is short 2 options on GOOG, and an order to buy one of them back is open",
                scene -> scene.shortOption().openOrder(OrderTicket.buy(Scene.OPTION, "1")));
        states.put(
                "account 19816 is short 2 options on GOOG, and an order to buy them back is open",
                scene -> scene.shortOption().openOrder(OrderTicket.buy(Scene.OPTION, "2")));
        states.put("account 19816 holds GOOG and MSFT", Scene::twoPositions);
        states.put(
                "account 19816 holds GOOG and MSFT, and the page token leads to the second of them",
                Scene::twoPositions);
        states.put("account 19816 has an open order to sell 25 GOOG at the market", Scene::openOrder);
        states.put("account 19816 has orders, and the page token leads to the second page of them", scene -> {
            scene.openOrder();
            scene.openOrder();
        });
        states.put("account 19816 has sold 2 options on GOOG in one fill", Scene::filledOption);
        states.put("account 19816 has two fills, and the page token leads to the second page of them", scene -> {
            scene.filledOrder();
            scene.filledOrder();
        });
        states.put(
                "account 19816 may not sell GOOG, by a risk check",
                scene -> scene.account().riskRejection("GOOG", "BUYING_POWER"));
        states.put(
                "account 19816 holds 25 GOOG, and orders wait for the next session",
                scene -> scene.holds("GOOG", "25").behaviour(OrderBehaviour.queuesUntil(scene.nextSession())));
        states.put(
                "account 19816 holds 10.5 GOOG, and orders fill in part at once",
                scene -> scene.holds("GOOG", "10.5")
                        .behaviour(OrderBehaviour.rests().fills("4.25", Trigger.atOnce())));
        states.put(
                "account 19816 holds 25 GOOG, and GOOG is halted",
                scene -> scene.holds("GOOG", "25").halt("GOOG"));
        states.put(
                "account 19816 holds 25 GOOG, and the API key is not valid",
                scene -> scene.fails(Fault.error(401, "The API key is not valid.")));
        states.put(
                "account 19816 belongs to somebody else",
                scene -> scene.holds("GOOG", "25").ownedBySomebodyElse());
        states.put("account 19816 does not exist", scene -> {});
        putStandIns(states);
        return states;
    }

    private static void putStandIns(Map<String, State> states) {
        states.put(
                "stand-in: account 19816 holds GOOG and MSFT, and every field of its closing orders has a value",
                Scene::everyField);
        states.put(
                "stand-in: account 19816 holds 25 GOOG, and orders have a status that is not in the specification",
                scene -> {
                    scene.holds("GOOG", "25");
                    scene.fails(Fault.changes(ResponseChanges.inEveryRow("status", "PENDING_REVIEW")));
                });
        states.put("stand-in: account 19816 holds GOOG and MSFT, and no order can be created for MSFT", scene -> {
            scene.twoPositions();
            scene.fails(Fault.changes(ResponseChanges.withoutLastRows(1)
                    .andThen(ResponseChanges.errorBesideData(422, "MSFT cannot be closed."))
                    .andThen((request, response) -> response.withStatus(200))));
        });
        fault(states, "the API cannot read the request", Fault.error(400, "The body is not JSON."));
        fault(
                states,
                "the API key is not valid, and errors have no envelope",
                Fault.flatError(401, "The API key is not valid."));
        fault(
                states,
                "account 19816 is in a state that does not allow closing",
                Fault.error(409, "The account is being moved."));
        fault(states, "the API expects another request body", Fault.answers(SandboxResponse.json(422, OTHER_BODY)));
        fault(
                states,
                "too many requests came, and the API asks to wait for some seconds",
                Fault.error(429, "Slow down.").retryAfter("7"));
        fault(
                states,
                "too many requests came, and the API asks to wait until a moment",
                Fault.error(429, "Slow down.").retryAfter("Fri, 03 Oct 2025 14:02:00 GMT"));
        fault(states, "the API fails", Fault.error(500, "Internal error."));
        fault(states, "a gateway gets no usable answer from the API", Fault.error(502, "No usable answer."));
        fault(states, "a gateway gets no usable answer from the API, and shows a page", Fault.html(502, PAGE));
        fault(
                states,
                "the API is down for maintenance",
                Fault.error(503, "Down for maintenance.").retryAfter("60"));
        fault(
                states,
                "the API is down for maintenance, and shows a page",
                Fault.html(503, PAGE).retryAfter("60"));
        fault(states, "the API is too slow for a gateway", Fault.error(504, "Too slow."));
        fault(states, "the API is too slow for a gateway, and the gateway shows a page", Fault.html(504, PAGE));
    }

    private static void fault(Map<String, State> states, String name, Fault fault) {
        states.put("stand-in: " + name, scene -> {
            scene.account();
            scene.fails(fault);
        });
    }

    /** One account that is being made ready. */
    private static final class Scene {
        private static final String OPTION = "GOOG  251219C00250000";
        private static final String MSFT_ID = "a3a4a5a6-b3b4-4c3d-8e3f-404142434445";

        private final Sandbox sandbox;
        private final long accountId;
        private final @Nullable String list;

        Scene(Sandbox sandbox, Map<String, ?> parameters) {
            this.sandbox = sandbox;
            Object account = parameters.get("account_id");
            this.accountId = account == null ? 19816 : Long.parseLong(String.valueOf(account));
            this.list = parameters.get("list") instanceof String text ? text : null;
        }

        SandboxAccount account() {
            return sandbox.account(accountId);
        }

        SandboxAccount holds(String symbol, String quantity) {
            return account().position(symbol, quantity);
        }

        SandboxAccount shortOption() {
            return account().position(SandboxInstrument.option(OPTION, SandboxInstrument.stock("GOOG")), "-2");
        }

        void twoPositions() {
            holds("GOOG", "25").position(SandboxInstrument.stock("MSFT").withId(MSFT_ID), "4");
        }

        void openOrder() {
            account().openOrder(OrderTicket.sell("GOOG", "25"));
        }

        void filledOption() {
            sandbox.instrument(SandboxInstrument.option(OPTION, SandboxInstrument.stock("GOOG")));
            account().openOrder(OrderTicket.sell(OPTION, "2")).fillAll();
        }

        void filledOrder() {
            openOrder();
            account().fillAll();
        }

        void everyField() {
            twoPositions();
            account()
                    .behaviour(OrderBehaviour.queuesUntil(nextSession())
                            .withField("client_order_id", "close-1")
                            .withField("underlying_instrument_id", MSFT_ID)
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

        void fails(Fault fault) {
            account();
            sandbox.nextCall(fault);
        }

        Instant nextSession() {
            return sandbox.now().plus(Duration.ofDays(3));
        }

        Map<String, Object> values() {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("account_id", accountId);
            sandbox.newestOrderId(accountId).ifPresent(id -> values.put("order_id", id));
            if (list != null) {
                values.put("page_token", sandbox.nextPageToken(list));
            }
            return values;
        }
    }
}
