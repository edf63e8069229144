package io.github.clearstreet.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.contract.Specification.AnswerKind;
import io.github.clearstreet.model.ApiError;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer other than 200 that the specification allows to the operations besides close_positions. */
@ExtendWith(FreshPact.class)
class EveryOperationRefusedConsumerTest {
    private static final String MESSAGE = "A sentence for people.";
    private static final Map<Integer, String> STATES = Map.of(
            400, ProviderStates.UNREADABLE_REQUEST,
            401, ProviderStates.INVALID_KEY,
            403, ProviderStates.FOREIGN_ACCOUNT,
            404, ProviderStates.UNKNOWN_ACCOUNT,
            409, ProviderStates.CONFLICT,
            422, ProviderStates.OTHER_BODY_EXPECTED,
            429, ProviderStates.TOO_MANY_REQUESTS,
            500, ProviderStates.API_FAILS,
            502, ProviderStates.BAD_GATEWAY,
            503, ProviderStates.MAINTENANCE);
    private static final Map<Integer, String> STATES_OF_PAGES = Map.of(
            502, ProviderStates.BAD_GATEWAY_PAGE,
            503, ProviderStates.MAINTENANCE_PAGE,
            504, ProviderStates.GATEWAY_TIMEOUT_PAGE);

    static Stream<Arguments> errors() {
        return kinds("application/json");
    }

    static Stream<Arguments> pages() {
        return kinds("text/html");
    }

    private static Stream<Arguments> kinds(String mediaType) {
        return Specification.load().answerKinds().stream()
                .filter(kind -> kind.mediaType().equals(mediaType) && kind.status() != 200)
                .flatMap(kind -> call(kind).map(operation -> arguments(operation, kind.status())));
    }

    private static Stream<OperationCall> call(AnswerKind kind) {
        return Arrays.stream(OperationCall.values())
                .filter(operation -> operation.id().equals(kind.operation()));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("errors")
    void call_whenTheAnswerIsAnError_saysWhatBecameOfIt(OperationCall operation, int status) {
        String state = status == 504 ? ProviderStates.GATEWAY_TIMEOUT : requireNonNull(STATES.get(status));
        UnaryOperator<HttpResponseBuilder> answer = Answers.error(status, MESSAGE);

        ClearStreetException failure = failure(operation, "gets an error " + status, state, status, answer);

        assertThat(failure).isExactlyInstanceOf(expected(status));
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.error())
                .contains(ApiError.builder().code(status).message(MESSAGE).build());
        assertThat(failure.requestId()).contains(Answers.REQUEST_ID);
        assertThat(failure.accountId()).hasValue(Parties.ACCOUNT);
        assertWait(failure, status);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pages")
    void call_whenTheAnswerIsAPage_isUnknownAndShowsThePage(OperationCall operation, int status) {
        String state = requireNonNull(STATES_OF_PAGES.get(status));

        ClearStreetException failure = failure(operation, "gets a page " + status, state, status, Answers.page(status));

        assertThat(failure).isExactlyInstanceOf(OutcomeUnknownException.class);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.error()).isEmpty();
        assertThat(failure.rawBody()).contains(Answers.PAGE);
        assertWait(failure, status);
    }

    private static ClearStreetException failure(
            OperationCall operation,
            String situation,
            String state,
            int status,
            UnaryOperator<HttpResponseBuilder> answer) {
        return ConsumerRun.of(operation, situation, state)
                .answers(
                        asksToWait(status) ? Answers.withRetryAfterSeconds(answer, "30") : answer,
                        api -> catchThrowableOfType(ClearStreetException.class, () -> operation.call(api)));
    }

    private static Class<? extends ClearStreetException> expected(int status) {
        return status < 500 ? RejectedException.class : OutcomeUnknownException.class;
    }

    private static boolean asksToWait(int status) {
        return status == 429 || status == 503;
    }

    private static void assertWait(ClearStreetException failure, int status) {
        assertThat(failure.retryAfter().isPresent()).isEqualTo(asksToWait(status));
        failure.retryAfter().ifPresent(wait -> assertThat(wait).isEqualTo(Duration.ofSeconds(30)));
    }
}
