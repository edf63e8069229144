package io.github.clearstreet.closeout;

import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.journal.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A closing request whose outcome is unknown, to be looked into by {@link CloseOut#reconcile}. Immutable and
 * thread-safe; every {@code with} method gives a changed copy.
 *
 * <p>Without the positions before it, they are worked out from the positions now and from the fills since. That is less
 * sure when others trade in the account.
 */
public final class ClosingAttempt {
    private final long accountId;
    private final Instant sentAt;
    private final Instant givenUpAt;
    private final @Nullable String instrumentId;
    private final @Nullable List<HeldPosition> positionsBefore;

    private ClosingAttempt(
            long accountId,
            Instant sentAt,
            Instant givenUpAt,
            @Nullable String instrumentId,
            @Nullable List<HeldPosition> positionsBefore) {
        this.accountId = accountId;
        this.sentAt = sentAt;
        this.givenUpAt = givenUpAt;
        this.instrumentId = instrumentId;
        this.positionsBefore = positionsBefore;
    }

    /**
     * The request that this exception is about.
     *
     * @param unknown of {@code close_positions} or {@code close_position}; for the latter add {@link #withInstrument}
     * @return never null
     * @throws IllegalArgumentException if it is about a request that closes nothing
     */
    public static ClosingAttempt of(OutcomeUnknownException unknown) {
        if (!unknown.operation().startsWith("close_position")
                || unknown.accountId().isEmpty()) {
            throw new IllegalArgumentException(
                    "only close_positions and close_position can be reconciled, not " + unknown.operation());
        }
        Instant sentAt = unknown.sentAt().orElseThrow();
        return new ClosingAttempt(unknown.accountId().getAsLong(), sentAt, sentAt.plus(unknown.elapsed()), null, null);
    }

    /**
     * A request that another process sent, or one of which only the time is known.
     *
     * @param accountId the account
     * @param sentAt when it began to leave, UTC
     * @return never null
     */
    public static ClosingAttempt sentAt(long accountId, Instant sentAt) {
        return new ClosingAttempt(accountId, sentAt, sentAt, null, null);
    }

    /**
     * What another process wrote down.
     *
     * @param ahead how much this machine's clock is ahead of the journal's
     */
    static ClosingAttempt of(Attempt attempt, Duration ahead) {
        return new ClosingAttempt(
                attempt.accountId(),
                attempt.recordedAt().plus(ahead),
                attempt.latestSending().plus(ahead),
                attempt.instrumentId(),
                attempt.positions().isEmpty()
                        ? null
                        : attempt.positions().stream()
                                .map(position -> HeldPosition.of(
                                        position.instrumentId(), position.symbol(), position.quantity()))
                                .toList());
    }

    /** Returns a copy that is about one instrument, for {@code close_position}. */
    public ClosingAttempt withInstrument(String newInstrumentId) {
        return new ClosingAttempt(accountId, sentAt, givenUpAt, newInstrumentId, positionsBefore);
    }

    /** Returns a copy that knows all positions of the account right before the request. */
    public ClosingAttempt withPositionsBefore(List<HeldPosition> positions) {
        return new ClosingAttempt(accountId, sentAt, givenUpAt, instrumentId, List.copyOf(positions));
    }

    /** The account. */
    public long accountId() {
        return accountId;
    }

    /** When the request began to leave this machine. */
    public Instant sentAt() {
        return sentAt;
    }

    /** The instrument, if the request was about one. */
    public Optional<String> instrumentId() {
        return Optional.ofNullable(instrumentId);
    }

    /** The positions right before the request, if the caller knows them. */
    public Optional<List<HeldPosition>> positionsBefore() {
        return Optional.ofNullable(positionsBefore);
    }

    /** From when on the request counts as not carried out, if nothing shows that it was. */
    Instant windowEndsAt(Duration lateExecutionWindow) {
        return givenUpAt.plus(lateExecutionWindow);
    }

    boolean isAbout(HeldPosition position) {
        return instrumentId == null
                || HeldPosition.isNamed(instrumentId, position.instrumentId())
                || HeldPosition.isNamed(instrumentId, position.symbol());
    }

    /** True unless it is certainly about another instrument. */
    boolean isAbout(Fill fill) {
        String name = instrumentId;
        return name == null
                || Stream.of(Optional.ofNullable(fill.instrumentId()), Optional.ofNullable(fill.symbol()))
                        .flatMap(Optional::stream)
                        .anyMatch(own -> HeldPosition.isNamed(own, name));
    }

    @Override
    public String toString() {
        return Printable.text("close of account " + accountId
                + (instrumentId == null ? "" : ", instrument " + instrumentId) + ", sent at " + sentAt);
    }
}
