package io.github.clearstreet.contract;

import static au.com.dius.pact.consumer.ConsumerPactRunnerKt.runConsumerTest;
import static au.com.dius.pact.consumer.dsl.Matchers.regexp;

import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.clearstreet.ClearStreet;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One interaction with a mock of the API, which is added to the pact when the client has done what it says. For tests that
 * go through many operations; the annotations of {@link ConsumerContract} name a single one.
 */
final class ConsumerRun {
    private final OperationCall operation;
    private final String situation;
    private final String state;
    private final Map<String, String> query = new LinkedHashMap<>();
    private String body;

    private ConsumerRun(OperationCall operation, String situation, String state) {
        this.operation = operation;
        this.situation = situation;
        this.state = state;
        this.body = operation.body();
    }

    static ConsumerRun of(OperationCall operation, String situation, String state) {
        return new ConsumerRun(operation, situation, state);
    }

    ConsumerRun query(String name, String value) {
        query.put(name, value);
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
                                .state(state)
                                .withRequest(this::request)
                                .willRespondWith(answer::apply))
                .toPact();
    }

    private HttpRequestBuilder request(HttpRequestBuilder request) {
        request.method(operation.method())
                .path(operation.path())
                .header("Authorization", regexp("Bearer \\S+", "Bearer id.secret"))
                .header("Accept", "application/json");
        query.forEach((name, value) -> request.queryParameter(name, List.of(value)));
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
