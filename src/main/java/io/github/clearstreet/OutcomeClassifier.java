package io.github.clearstreet;

import feign.FeignException;
import io.github.clearstreet.internal.failure.CallDetails;
import io.github.clearstreet.internal.failure.ErrorBody;
import io.github.clearstreet.internal.failure.FailureMessages;
import io.github.clearstreet.internal.http.ApiKey;
import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.http.HttpStatusException;
import io.github.clearstreet.internal.http.RetryAfter;
import io.github.clearstreet.internal.http.TransportException;
import io.github.clearstreet.internal.text.Messages;
import io.github.clearstreet.journal.JournalException;
import io.github.clearstreet.runtime.request.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a failed call did to the account. Whatever is thrown, and from wherever, ends as one of the three
 * exceptions; what is not understood counts as unknown as soon as the request may have left.
 */
final class OutcomeClassifier {
    private static final int MOST_CAUSES = 20;
    /** Refusals that HTTP knows; 408 says nothing of the request, and gateways have numbers of their own, such as 499 and 460. */
    private static final Set<Integer> REFUSALS = Set.of(
            400, 401, 402, 403, 404, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424,
            425, 426, 428, 429, 431, 451);

    private static final int LONGEST_RAW_BODY = 8 * 1024;

    private final Clock clock;
    private final ApiKey apiKey;

    OutcomeClassifier(Clock clock, ApiKey apiKey) {
        this.clock = clock;
        this.apiKey = apiKey;
    }

    /** Always an outcome: if even this fails, for want of memory or of a class, the one that follows from what was sent. */
    ClearStreetException of(Operation operation, Call call, Duration elapsed, Throwable thrown) {
        try {
            return explained(operation, call, elapsed, thrown);
        } catch (Throwable unexpected) {
            return unexplained(operation, call, elapsed);
        }
    }

    private static ClearStreetException unexplained(Operation operation, Call call, Duration elapsed) {
        Long accountId = call.accountId().isPresent() ? call.accountId().getAsLong() : null;
        Instant sentAt = call.sentAt().orElse(null);
        CallDetails facts =
                new CallDetails(operation.id(), accountId, null, null, null, null, sentAt, null, elapsed, null);
        return sentAt == null
                ? new NotSentException(
                        operation.id() + " was not sent, for a reason inside this JVM.", facts, null, false)
                : new OutcomeUnknownException(
                        operation.id()
                                + " has an unknown outcome: what came back could not be handled in this JVM. It may"
                                + " have been carried out: look at orders and positions before sending again.",
                        facts,
                        null);
    }

    private ClearStreetException explained(Operation operation, Call call, Duration elapsed, Throwable thrown) {
        Throwable cause = unwrap(thrown);
        String text = call.body().map(apiKey::hideIn).orElse(null);
        ErrorBody body = ErrorBody.read(text, contentType(call));
        CallDetails facts = facts(operation.id(), call, elapsed, text, body);
        if (cause instanceof HttpStatusException && refused(facts.status()) && !body.hasData()) {
            return new RejectedException(FailureMessages.rejected(operation, facts, body), facts, null);
        }
        if (cause instanceof Guards.RefusedException refusal) {
            return new NotSentException(
                    FailureMessages.refusedByGuard(facts, String.valueOf(refusal.getMessage())), facts, null, true);
        }
        JournalException refusal = refusalOf(cause);
        if (refusal != null && !mayHaveLeft(cause, call)) {
            return new NotSentException(FailureMessages.refusedByJournal(facts, refusal), facts, refusal, false);
        }
        if (!mayHaveLeft(cause, call)) {
            return new NotSentException(
                    FailureMessages.notSent(operation, facts, reason(cause, facts, body)),
                    facts,
                    causeWorthKeeping(cause),
                    false);
        }
        return new OutcomeUnknownException(
                FailureMessages.unknown(operation, facts, reason(cause, facts, body)), facts, causeWorthKeeping(cause));
    }

    private static boolean mayHaveLeft(Throwable cause, Call call) {
        return cause instanceof TransportException transport
                ? transport.kind() != TransportException.Kind.NOT_SENT
                : call.requestMayHaveLeft();
    }

    private static boolean refused(@Nullable Integer status) {
        return status != null && REFUSALS.contains(status);
    }

    private static @Nullable String contentType(Call call) {
        return call.responseHeaders()
                .flatMap(headers -> headers.firstValue("content-type"))
                .orElse(null);
    }

    private CallDetails facts(String operation, Call call, Duration elapsed, @Nullable String text, ErrorBody body) {
        String requestId = body.requestId() != null
                ? apiKey.hideIn(body.requestId())
                : call.requestId().orElse(null);
        return new CallDetails(
                operation,
                call.accountId().isPresent() ? call.accountId().getAsLong() : null,
                call.status().isPresent() ? call.status().getAsInt() : null,
                body.error() == null ? null : apiKey.hideIn(body.error().toJson()),
                requestId,
                retryAfter(call),
                call.sentAt().orElse(null),
                call.serverTime().orElse(null),
                elapsed,
                text == null ? null : text.substring(0, Math.min(text.length(), LONGEST_RAW_BODY)));
    }

    private @Nullable Duration retryAfter(Call call) {
        return call.responseHeaders()
                .flatMap(headers -> headers.firstValue("retry-after"))
                .flatMap(text -> RetryAfter.parse(text, clock))
                .orElse(null);
    }

    private String reason(Throwable cause, CallDetails facts, ErrorBody body) {
        if (cause instanceof HttpStatusException) {
            return "the server answered " + facts.status() + FailureMessages.said(facts, body);
        }
        if (cause instanceof TransportException transport) {
            return transport.reason().text();
        }
        String message = apiKey.hideIn(String.valueOf(cause.getMessage()));
        return "the response could not be read (" + Messages.oneLine(message) + ")";
    }

    /** A bare status has no story of its own to tell, and one that repeats the key must not be told. */
    private @Nullable Throwable causeWorthKeeping(Throwable cause) {
        return cause instanceof HttpStatusException || apiKey.isMentionedBy(cause) ? null : cause;
    }

    /** The journal's refusal among the causes, if there is one. */
    private static @Nullable JournalException refusalOf(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (cause instanceof JournalException refusal) {
                return refusal;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof FeignException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
