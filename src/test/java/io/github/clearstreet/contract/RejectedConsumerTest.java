package io.github.clearstreet.contract;

import static io.github.clearstreet.contract.Interactions.closePositions;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.clearstreet.Outcome;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.model.ApiError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The answers that mean: refused, nothing was closed. */
@ConsumerContract
class RejectedConsumerTest {
    @Pact(consumer = Parties.CONSUMER)
    V4Pact unreadable(PactBuilder pact) {
        return closePositions(
                pact,
                "is refused because the request cannot be read",
                ProviderStates.UNREADABLE_REQUEST,
                Answers.error(400, "The body is not valid JSON."));
    }

    @Test
    @PactTestFor(pactMethod = "unreadable")
    void closePositions_whenTheRequestIsUnreadable_isRejected(MockServer api) {
        RejectedException failure = Caller.failure(api, RejectedException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.status()).hasValue(400);
        assertThat(failure.error()).contains(error(400, "The body is not valid JSON."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact invalidKey(PactBuilder pact) {
        return closePositions(
                pact,
                "is refused because of the key",
                ProviderStates.INVALID_KEY,
                Answers.error(401, "The API key is not valid."));
    }

    @Test
    @PactTestFor(pactMethod = "invalidKey")
    void closePositions_whenTheKeyIsInvalid_isRejected(MockServer api) {
        RejectedException failure = Caller.failure(api, RejectedException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.status()).hasValue(401);
        assertThat(failure.error()).contains(error(401, "The API key is not valid."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact invalidKeyFlat(PactBuilder pact) {
        return closePositions(
                pact,
                "is refused because of the key, without an envelope",
                ProviderStates.INVALID_KEY_FLAT,
                Answers.errorWithoutEnvelope(401, "The API key is not valid."));
    }

    @Test
    @PactTestFor(pactMethod = "invalidKeyFlat")
    void closePositions_whenTheErrorHasNoEnvelope_readsTheErrorToo(MockServer api) {
        RejectedException failure = Caller.failure(api, RejectedException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.status()).hasValue(401);
        assertThat(failure.error()).contains(error(401, "The API key is not valid."));
        assertThat(failure.requestId()).isEmpty();
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact foreignAccount(PactBuilder pact) {
        return closePositions(
                pact,
                "is refused because the account belongs to somebody else",
                ProviderStates.FOREIGN_ACCOUNT,
                Answers.error(403, "The key may not trade in this account."));
    }

    @Test
    @PactTestFor(pactMethod = "foreignAccount")
    void closePositions_whenTheAccountBelongsToSomebodyElse_isRejected(MockServer api) {
        RejectedException failure = Caller.failure(api, RejectedException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.status()).hasValue(403);
        assertThat(failure.error()).contains(error(403, "The key may not trade in this account."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact unknownAccount(PactBuilder pact) {
        return closePositions(
                pact,
                "is refused because the account does not exist",
                ProviderStates.UNKNOWN_ACCOUNT,
                Answers.error(404, "There is no such account."));
    }

    @Test
    @PactTestFor(pactMethod = "unknownAccount")
    void closePositions_whenTheAccountDoesNotExist_isRejected(MockServer api) {
        RejectedException failure = Caller.failure(api, RejectedException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.status()).hasValue(404);
        assertThat(failure.error()).contains(error(404, "There is no such account."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact conflict(PactBuilder pact) {
        return closePositions(
                pact,
                "is refused because of the state of the account",
                ProviderStates.CONFLICT,
                Answers.error(409, "The account cannot be closed now."));
    }

    @Test
    @PactTestFor(pactMethod = "conflict")
    void closePositions_whenTheAccountIsInConflict_isRejected(MockServer api) {
        RejectedException failure = Caller.failure(api, RejectedException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.status()).hasValue(409);
        assertThat(failure.error()).contains(error(409, "The account cannot be closed now."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact details(PactBuilder pact) {
        return closePositions(
                pact,
                "is refused because another body is expected, with details",
                ProviderStates.OTHER_BODY_EXPECTED,
                Answers.errorWithDetails(422, "The body has another type.", "field", "cancel_orders"));
    }

    @Test
    @PactTestFor(pactMethod = "details")
    void closePositions_whenTheErrorHasDetails_returnsTheDetails(MockServer api) {
        RejectedException failure = Caller.failure(api, RejectedException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.status()).hasValue(422);
        assertThat(failure.error()).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo(422);
            assertThat(error.message()).isEqualTo("The body has another type.");
            assertThat(error.details()).contains(List.of(Map.of("field", "cancel_orders")));
        });
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact tooMany(PactBuilder pact) {
        return closePositions(
                pact,
                "is refused for some seconds",
                ProviderStates.TOO_MANY_REQUESTS,
                Answers.withRetryAfterSeconds(Answers.error(429, "Too many requests."), "30"));
    }

    @Test
    @PactTestFor(pactMethod = "tooMany")
    void closePositions_whenThereAreTooManyRequests_saysHowManySecondsToWait(MockServer api) {
        RejectedException failure = Caller.failure(api, RejectedException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.status()).hasValue(429);
        assertThat(failure.error()).contains(error(429, "Too many requests."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(30));
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact tooManyUntil(PactBuilder pact) {
        return closePositions(
                pact,
                "is refused until a moment",
                ProviderStates.TOO_MANY_REQUESTS_UNTIL,
                Answers.withRetryAfterDate(Answers.error(429, "Too many requests."), "Fri, 03 Oct 2025 14:01:15 GMT"));
    }

    @Test
    @PactTestFor(pactMethod = "tooManyUntil")
    void closePositions_whenTheMomentToWaitForIsPast_saysToWaitNoLonger(MockServer api) {
        RejectedException failure = Caller.failure(api, RejectedException.class);

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.status()).hasValue(429);
        assertThat(failure.error()).contains(error(429, "Too many requests."));
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.retryAfter()).contains(Duration.ZERO);
    }

    private static ApiError error(int code, String message) {
        return ApiError.builder().code(code).message(message).build();
    }
}
