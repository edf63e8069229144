package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.ApiError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ends of requests that change something have in common. */
final class RequestSender {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Settings settings;
    private final RunClock clock;
    private final RunLog log;
    private final AccountState state;

    RequestSender(Settings settings, RunClock clock, RunLog log, AccountState state) {
        this.settings = settings;
        this.clock = clock;
        this.log = log;
        this.state = state;
    }

    /** True if the same request may be accepted later. */
    static boolean mayPass(RejectedException e) {
        return e.status().orElse(0) == TOO_MANY_REQUESTS;
    }

    /** Returns what the server said besides, if it said something. */
    Optional<String> accepted(String what, ApiResponse<?> response) {
        Optional<String> error;
        try {
            error = response.error().map(ApiError::message);
        } catch (UnreadableValueException e) {
            error = Optional.of("an error that could not be read");
        }
        log.add(
                Kind.ACCEPTED,
                what
                        + error.map(words -> ", with an error: " + words).orElse("")
                        + response.requestId()
                                .map(id -> " (request id " + id + ")")
                                .orElse(""));
        return error;
    }

    void unknown(
            OutcomeUnknownException e,
            @Nullable String instrumentId,
            Set<String> before,
            List<HeldPosition> positions) {
        log.add(Kind.OUTCOME_UNKNOWN, text(e));
        unresolved(
                new UnresolvedRequest(e.operation(), instrumentId, e.sentAt().orElseGet(clock::shownNow), text(e)),
                before,
                positions,
                true);
    }

    /** Nothing that could do the same again is sent until it is known what the request did. */
    void unresolved(
            UnresolvedRequest request, Set<String> before, List<HeldPosition> positions, boolean blocksAccount) {
        Instant windowEndsAt = clock.now().plus(settings.lateExecutionWindow());
        state.unresolved().add(new PendingRequest(request, windowEndsAt, before, positions, blocksAccount));
    }

    /** As {@link #unresolved}, for an order that can be found by its id. */
    void unresolvedOrder(
            UnresolvedRequest request,
            Set<String> before,
            List<HeldPosition> positions,
            String ownId,
            boolean mayBeSentAgain) {
        Instant windowEndsAt = clock.now().plus(settings.lateExecutionWindow());
        state.unresolved()
                .add(new PendingRequest(
                        request, windowEndsAt, before, positions, false, null, null, ownId, mayBeSentAgain));
    }

    /** Nothing happened. Ends the run if trying again is of no use. */
    void notSent(NotSentException e) {
        log.add(Kind.NOT_SENT, text(e));
        log.trouble("the latest request was not sent: " + text(e));
        if (e.refusedByGuard()) {
            throw new StopRun(StopReason.REFUSED_BY_GUARD, text(e));
        }
        clock.pause(settings.firstPoll());
    }

    /** The server said no to this one. What was asked for is over, unless the server only wants it later. */
    void rejected(RejectedException e) {
        log.add(Kind.REJECTED, text(e));
        if (mayPass(e) && e.retryAfter().isEmpty()) {
            clock.pause(settings.slowestPoll());
        }
    }

    static StopReason reason(RejectedException e) {
        return AccountReader.saysMarketIsClosed(text(e)) ? StopReason.MARKET_CLOSED : StopReason.REQUEST_REJECTED;
    }

    static String text(ClearStreetException e) {
        return String.valueOf(e.getMessage());
    }
}
