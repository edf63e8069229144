package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.Doubts.Doubt;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import io.github.clearstreet.json.UnreadableValueException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ends of requests that change something have in common. */
final class Outcomes {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Settings settings;
    private final RunTime time;
    private final RunLog log;
    private final AccountState state;

    Outcomes(Settings settings, RunTime time, RunLog log, AccountState state) {
        this.settings = settings;
        this.time = time;
        this.log = log;
        this.state = state;
    }

    /** True if the same request may be accepted later. */
    static boolean mayPass(RejectedException e) {
        return e.status().orElse(0) == TOO_MANY_REQUESTS;
    }

    void accepted(String what, ApiResponse<?> response) {
        String error;
        try {
            error = response.error().map(e -> ", with an error: " + e.message()).orElse("");
        } catch (UnreadableValueException e) {
            error = ", with an error that could not be read";
        }
        log.add(
                Kind.ACCEPTED,
                what
                        + error
                        + response.requestId()
                                .map(id -> " (request id " + id + ")")
                                .orElse(""));
    }

    void unknown(
            OutcomeUnknownException e,
            @Nullable String instrumentId,
            Set<String> before,
            List<HeldPosition> positions) {
        log.add(Kind.OUTCOME_UNKNOWN, String.valueOf(e.getMessage()));
        Instant now = time.now();
        doubt(e.operation(), instrumentId, e.sentAt().orElse(now), String.valueOf(e.getMessage()), before, positions);
    }

    void doubt(
            String operation,
            @Nullable String instrumentId,
            Instant sentAt,
            String message,
            Set<String> before,
            List<HeldPosition> positions) {
        state.doubts()
                .add(new Doubt(
                        new UnresolvedRequest(operation, instrumentId, sentAt, message),
                        time.now().plus(settings.settleTime()),
                        before,
                        positions));
    }

    /** Nothing happened. Ends the run if trying again is of no use. */
    void notSent(NotSentException e) {
        log.add(Kind.NOT_SENT, String.valueOf(e.getMessage()));
        if (e.refusedByGuard()) {
            throw new RunEnded(StopReason.REFUSED_BY_GUARD, text(e));
        }
        time.pause(settings.firstPoll());
    }

    /** Nothing happened. Ends the run if the server will have none of its requests. */
    void rejected(RejectedException e) {
        log.add(Kind.REJECTED, String.valueOf(e.getMessage()));
        int status = e.status().orElse(0);
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new RunEnded(StopReason.REQUEST_REJECTED, text(e));
        }
        if (mayPass(e) && e.retryAfter().isEmpty()) {
            time.pause(settings.slowestPoll());
        }
    }

    static StopReason reason(RejectedException e) {
        return OrderWatch.saysMarketIsClosed(text(e)) ? StopReason.MARKET_CLOSED : StopReason.REQUEST_REJECTED;
    }

    static String text(ClearStreetException e) {
        return String.valueOf(e.getMessage());
    }
}
