package io.github.clearstreet.contract;

import static au.com.dius.pact.consumer.ConsumerPactRunnerKt.runConsumerTest;
import static au.com.dius.pact.consumer.dsl.Matchers.fromProviderState;
import static au.com.dius.pact.consumer.dsl.Matchers.regexp;

import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matcher;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.clearstreet.ClearStreet;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One interaction with a mock of the API, which is added to the pact when the client has done what it says. For tests that
 * go through many operations; the annotations of {@link ConsumerContract} name a single one.
 */
final class ConsumerRun {
    private final OperationCall operation;
    private final String situation;
    private final String state;
    private final Map<String, String> query = new LinkedHashMap<>();
    private final Map<String, Object> parameters;
    private final Map<String, Matcher> fromState = new LinkedHashMap<>();
    private String body;

    private ConsumerRun(OperationCall operation, String situation, String state) {
        this.operation = operation;
        this.situation = situation;
        this.state = state;
        this.body = operation.body();
        this.parameters = new TreeMap<>(ProviderStates.parameters(state));
    }

    static ConsumerRun of(OperationCall operation, String situation, String state) {
        return new ConsumerRun(operation, situation, state);
    }

    ConsumerRun query(String name, String value) {
        query.put(name, value);
        return this;
    }

    /** The page token that the provider gives with the first page of this list. */
    ConsumerRun pageToken(String example) {
        parameters.put(
                "list",
                operation.path()
                        + query.entrySet().stream()
                                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                                .collect(Collectors.joining("&", "?", "")));
        fromState.put(ProviderStates.PAGE_TOKEN, fromProviderState("${" + ProviderStates.PAGE_TOKEN + "}", example));
        return this;
    }

    /** A filter by the id that the provider gave to the order. */
    ConsumerRun queryOrderId(String name) {
        fromState.put(name, fromProviderState("${" + ProviderStates.ORDER_ID + "}", Orders.ID));
        return this;
    }

    ConsumerRun body(String newBody) {
        body = newBody;
        return this;
    }

    /** Lets the mock answer like this, and the client make this call. Returns what the caller sees. */
    <T> T answers(UnaryOperator<HttpResponseBuilder> answer, Function<ClearStreet, T> call) {
        PactVerificationResult result = runConsumerTest(
                pact(answer), MockProviderConfig.httpConfig("127.0.0.1", 0, PactSpecVersion.V4), (api, context) -> {
                    try (ClearStreet clearStreet = client(api.getUrl())) {
                        return call.apply(clearStreet);
                    }
                });
        if (result instanceof PactVerificationResult.Ok ok) {
            @SuppressWarnings("unchecked")
            T seen = (T) ok.getResult();
            return seen;
        }
        throw new AssertionError(result.getDescription());
    }

    private V4Pact pact(UnaryOperator<HttpResponseBuilder> answer) {
        return new PactBuilder(Parties.CONSUMER, Parties.PROVIDER, PactSpecVersion.V4)
                .expectsToReceiveHttpInteraction(
                        operation.id() + " " + situation,
                        interaction -> interaction
                                .state(state, parameters)
                                .withRequest(this::request)
                                .willRespondWith(answer::apply))
                .toPact();
    }

    private HttpRequestBuilder request(HttpRequestBuilder request) {
        request.method(operation.method())
                .path(operation.path())
                .header("Authorization", regexp("Bearer \\S+", "Bearer id.secret"))
                .header("Accept", "application/json");
        if (state.equals(ProviderStates.KNOWN_ORDER) && operation.path().contains(Orders.ID)) {
            request.path(fromProviderState(
                    operation.path().replace(Orders.ID, "${" + ProviderStates.ORDER_ID + "}"), operation.path()));
        }
        query.forEach((name, value) -> request.queryParameter(name, List.of(value)));
        fromState.forEach(request::queryParameter);
        return body.isEmpty() ? request : request.body(body, "application/json");
    }

    /** Without repetition: what a single answer means is what the contract is about. */
    private static ClearStreet client(String url) {
        return ClearStreet.builder()
                .apiKey("made-up.key")
                .baseUrl(URI.create(url))
                .readAttempts(1)
                .build();
    }
}
