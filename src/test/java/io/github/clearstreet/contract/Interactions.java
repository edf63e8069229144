package io.github.clearstreet.contract;

import static au.com.dius.pact.consumer.dsl.Matchers.regexp;

import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.V4Pact;
import java.util.function.UnaryOperator;

/** Interactions of one operation. The request is pinned in full; of the key only the scheme, because each caller has another. */
final class Interactions {
    static final String NOTHING_CHOSEN = "{}";
    static final String CANCEL_ORDERS = "{\"cancel_orders\":true}";
    static final String KEEP_ORDERS = "{\"cancel_orders\":false}";

    private Interactions() {}

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
                                .state(state)
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
