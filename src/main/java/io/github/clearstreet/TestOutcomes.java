package io.github.clearstreet;

import io.github.clearstreet.internal.failure.CallDetails;
import io.github.clearstreet.internal.failure.ErrorBody;
import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.model.ResponseMetadata;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a call can end with, without a server: for tests of your own handlers. Nothing is sent, and no account is
 * touched. For a report of a run see {@link io.github.clearstreet.closeout.FlattenReport#builder}; for whole calls use the
 * sandbox.
 *
 * <pre>{@code
 * handler.handle(TestOutcomes.rejected("close_positions", 19816, 403, "{\"error\":{\"code\":403,\"message\":\"No.\"}}"));
 * handler.handle(TestOutcomes.outcomeUnknown("close_positions", 19816, Instant.now(), "the deadline"));
 * }</pre>
 */
public final class TestOutcomes {
    private static final String REQUEST_ID = "00000000-0000-7000-8000-000000000000";

    private TestOutcomes() {}

    /**
     * Nothing happened to the account: no request left.
     *
     * @param operation in the API's own words, for example {@code close_positions}
     * @param accountId the account of the call
     * @param reason goes into the message
     * @return never null
     */
    public static NotSentException notSent(String operation, long accountId, String reason) {
        return new NotSentException(
                message(operation, accountId, "was not sent: " + reason),
                facts(operation, accountId, null, null, null),
                null,
                false);
    }

    /**
     * Nothing happened to the account: the server refused.
     *
     * @param operation in the API's own words
     * @param accountId the account of the call
     * @param status 400 to 499, but not 408
     * @param body what the server wrote; {@link ClearStreetException#error()} reads it as that of a real response
     * @return never null
     * @throws IllegalArgumentException if no rejection has this status
     */
    public static RejectedException rejected(String operation, long accountId, int status, String body) {
        if (status < 400 || status > 499 || status == 408) {
            throw new IllegalArgumentException("a rejection has a status of 400 to 499 but 408, and not " + status);
        }
        return new RejectedException(
                message(operation, accountId, "was rejected with " + status),
                facts(operation, accountId, status, Instant.now(), body),
                null);
    }

    /**
     * The account may or may not have changed.
     *
     * @param operation in the API's own words
     * @param accountId the account of the call
     * @param sentAt when the request began to leave
     * @param reason goes into the message
     * @return never null
     */
    public static OutcomeUnknownException outcomeUnknown(
            String operation, long accountId, Instant sentAt, String reason) {
        return new OutcomeUnknownException(
                message(operation, accountId, "has an unknown outcome: " + reason),
                facts(operation, accountId, null, sentAt, null),
                null);
    }

    /**
     * What an accepted call returns: status 200, a request id, sent just now, nothing unreadable.
     *
     * @param data what the operation answers with
     * @param <T> its type
     * @return never null
     */
    public static <T> ApiResponse<T> accepted(T data) {
        ResponseMetadata metadata = ResponseMetadata.fromJson("{\"request_id\":\"" + REQUEST_ID + "\"}");
        Call call = Call.answered(
                200, HttpHeaders.of(Map.of(), (name, value) -> true), OptionalLong.empty(), Clock.systemUTC());
        return new ApiResponse<>(data, metadata, Optional::empty, () -> metadata, call, Duration.ZERO);
    }

    private static String message(String operation, long accountId, String what) {
        return operation + " for account " + accountId + " " + what;
    }

    private static CallDetails facts(
            String operation,
            long accountId,
            @Nullable Integer status,
            @Nullable Instant sentAt,
            @Nullable String body) {
        ErrorBody read = ErrorBody.read(body, "application/json");
        return new CallDetails(
                operation,
                accountId,
                status,
                read.error() == null ? null : read.error().toJson(),
                status == null ? null : Optional.ofNullable(read.requestId()).orElse(REQUEST_ID),
                null,
                sentAt,
                null,
                Duration.ZERO,
                body);
    }
}
