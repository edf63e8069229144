package io.github.clearstreet.contract;

import static au.com.dius.pact.consumer.dsl.Matchers.regexp;

import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.V4Pact;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.model.TimeInForce;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** Interactions of one operation. The request is pinned in full; of the key only the scheme, because each caller has another. */
final class Interactions {
    static final String NOTHING_CHOSEN = "{}";
    static final String CANCEL_ORDERS = "{\"cancel_orders\":true}";
    static final String KEEP_ORDERS = "{\"cancel_orders\":false}";

    static final String NEW_ORDER =
            "[{\"id\":\"close-GOOG-1\",\"symbol\":\"GOOG\",\"side\":\"SELL\",\"quantity\":\"25\","
                    + "\"order_type\":\"MARKET\",\"time_in_force\":\"DAY\"}]";

    private Interactions() {}

    /** What {@link #NEW_ORDER} says. */
    static NewOrder newOrder() {
        return NewOrder.builder()
                .id("close-GOOG-1")
                .symbol("GOOG")
                .side(Side.SELL)
                .quantity(new BigDecimal("25"))
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.DAY)
                .build();
    }

    static V4Pact closePositions(
            PactBuilder pact, String situation, String state, UnaryOperator<HttpResponseBuilder> answer) {
        return closePositions(pact, situation, state, NOTHING_CHOSEN, answer);
    }

    static V4Pact closePositions(
            PactBuilder pact,
            String situation,
            String state,
            String requestBody,
            UnaryOperator<HttpResponseBuilder> answer) {
        return pact.expectsToReceiveHttpInteraction(
                        situation,
                        interaction -> interaction
                                .state(state, ProviderStates.parameters(state))
                                .withRequest(request -> closePositions(request, requestBody))
                                .willRespondWith(answer::apply))
                .toPact();
    }

    private static HttpRequestBuilder closePositions(HttpRequestBuilder request, String body) {
        return request.method("DELETE")
                .path("/v1/accounts/" + Parties.ACCOUNT + "/positions")
                .header("Authorization", regexp("Bearer \\S+", "Bearer id.secret"))
                .header("Accept", "application/json")
                .body(body, "application/json");
    }
}
