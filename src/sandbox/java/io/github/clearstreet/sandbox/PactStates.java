package io.github.clearstreet.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        void makeTrue(PactScene scene);
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
        PactScene scene = new PactScene(sandbox, parameters);
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
        states.put("account 19816 holds nothing", PactScene::account);
        states.put("account 19816 is short 2 options on GOOG", PactScene::shortOption);
        states.put(
                "account 19816 is short 2 options on GOOG, and an order to buy one of them back is open",
                scene -> scene.shortOption().openOrder(OrderTicket.buy(PactScene.OPTION, "1")));
        states.put(
                "account 19816 is short 2 options on GOOG, and an order to buy them back is open",
                scene -> scene.shortOption().openOrder(OrderTicket.buy(PactScene.OPTION, "2")));
        states.put("account 19816 holds GOOG and MSFT", PactScene::twoPositions);
        states.put(
                "account 19816 holds GOOG and MSFT, and the page token leads to the second of them",
                PactScene::twoPositions);
        states.put("account 19816 has an open order to sell 25 GOOG at the market", PactScene::openOrder);
        states.put("account 19816 has orders, and the page token leads to the second page of them", scene -> {
            scene.openOrder();
            scene.openOrder();
        });
        states.put("account 19816 has sold 2 options on GOOG in one fill", PactScene::filledOption);
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
                PactScene::everyField);
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
}
