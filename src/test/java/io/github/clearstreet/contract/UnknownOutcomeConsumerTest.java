package io.github.clearstreet.contract;

import static io.github.clearstreet.contract.Interactions.closePositions;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.clearstreet.Outcome;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.model.ApiError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The answers that mean: closing orders may or may not exist. */
@ConsumerContract
class UnknownOutcomeConsumerTest {
    @Pact(consumer = Parties.CONSUMER)
    V4Pact apiFails(PactBuilder pact) {
        return closePositions(
                pact,
                "gets no clear answer because the API fails",
                ProviderStates.API_FAILS,
                Answers.error(500, "Internal error."));
    }

    @Test
    @PactTestFor(pactMethod = "apiFails")
    void closePositions_whenTheApiFails_isUnknown(MockServer api) {
        OutcomeUnknownException failure = Caller.failure(api, OutcomeUnknownException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.status()).hasValue(500);
        assertThat(failure.error()).contains(error(500, "Internal error."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact badGateway(PactBuilder pact) {
        return closePositions(
                pact,
                "gets no clear answer from a gateway",
                ProviderStates.BAD_GATEWAY,
                Answers.error(502, "No usable answer."));
    }

    @Test
    @PactTestFor(pactMethod = "badGateway")
    void closePositions_whenTheGatewayFails_isUnknown(MockServer api) {
        OutcomeUnknownException failure = Caller.failure(api, OutcomeUnknownException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.status()).hasValue(502);
        assertThat(failure.error()).contains(error(502, "No usable answer."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact badGatewayPage(PactBuilder pact) {
        return closePositions(pact, "gets a page from a gateway", ProviderStates.BAD_GATEWAY_PAGE, Answers.page(502));
    }

    @Test
    @PactTestFor(pactMethod = "badGatewayPage")
    void closePositions_whenTheGatewayShowsAPage_isUnknownAndKeepsThePage(MockServer api) {
        OutcomeUnknownException failure = Caller.failure(api, OutcomeUnknownException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.status()).hasValue(502);
        assertThat(failure.error()).isEmpty();
        assertThat(failure.requestId()).isEmpty();
        assertThat(failure.retryAfter()).isEmpty();
        assertThat(failure.rawBody()).contains(Answers.PAGE);
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact maintenance(PactBuilder pact) {
        return closePositions(
                pact,
                "gets no clear answer because of maintenance",
                ProviderStates.MAINTENANCE,
                Answers.withRetryAfterSeconds(Answers.error(503, "Down for maintenance."), "120"));
    }

    @Test
    @PactTestFor(pactMethod = "maintenance")
    void closePositions_whenTheApiIsDown_isUnknownAndSaysHowLongToWait(MockServer api) {
        OutcomeUnknownException failure = Caller.failure(api, OutcomeUnknownException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.status()).hasValue(503);
        assertThat(failure.error()).contains(error(503, "Down for maintenance."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact maintenancePage(PactBuilder pact) {
        return closePositions(
                pact,
                "gets a page because of maintenance",
                ProviderStates.MAINTENANCE_PAGE,
                Answers.withRetryAfterSeconds(Answers.page(503), "120"));
    }

    @Test
    @PactTestFor(pactMethod = "maintenancePage")
    void closePositions_whenAPageTellsOfMaintenance_isUnknownAndSaysHowLongToWait(MockServer api) {
        OutcomeUnknownException failure = Caller.failure(api, OutcomeUnknownException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.status()).hasValue(503);
        assertThat(failure.error()).isEmpty();
        assertThat(failure.requestId()).isEmpty();
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(failure.rawBody()).contains(Answers.PAGE);
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact gatewayTimeout(PactBuilder pact) {
        return closePositions(
                pact,
                "gets no clear answer in time",
                ProviderStates.GATEWAY_TIMEOUT,
                Answers.error(504, "The API is too slow."));
    }

    @Test
    @PactTestFor(pactMethod = "gatewayTimeout")
    void closePositions_whenTheApiIsTooSlow_isUnknown(MockServer api) {
        OutcomeUnknownException failure = Caller.failure(api, OutcomeUnknownException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.status()).hasValue(504);
        assertThat(failure.error()).contains(error(504, "The API is too slow."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact gatewayTimeoutPage(PactBuilder pact) {
        return closePositions(
                pact,
                "gets a page instead of an answer in time",
                ProviderStates.GATEWAY_TIMEOUT_PAGE,
                Answers.page(504));
    }

    @Test
    @PactTestFor(pactMethod = "gatewayTimeoutPage")
    void closePositions_whenAPageTellsOfATimeout_isUnknownAndKeepsThePage(MockServer api) {
        OutcomeUnknownException failure = Caller.failure(api, OutcomeUnknownException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.status()).hasValue(504);
        assertThat(failure.error()).isEmpty();
        assertThat(failure.requestId()).isEmpty();
        assertThat(failure.retryAfter()).isEmpty();
        assertThat(failure.rawBody()).contains(Answers.PAGE);
    }

    private static ApiError error(int code, String message) {
        return ApiError.builder().code(code).message(message).build();
    }
}
