package io.github.clearstreet;

import io.github.clearstreet.internal.argument.Arguments;
import io.github.clearstreet.internal.argument.Checks;
import io.github.clearstreet.internal.http.RequestHeaders;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.journal.Decision;
import io.github.clearstreet.model.Position;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What differs for some calls: their deadline and extra headers. Nothing here can make a call go out twice.
 *
 * <pre>{@code
 * var patient = clearStreet.positions().withOptions(CallOptions.defaults().withDeadline(Duration.ofSeconds(60)));
 * patient.closePositions(19816);
 * }</pre>
 *
 * <p>Immutable and thread-safe: each {@code with} method gives a changed copy.
 */
public final class CallOptions {
    private static final CallOptions DEFAULTS = new CallOptions(null, null, null, Map.of(), Decision.none(), null);

    private final @Nullable Duration deadline;
    private final @Nullable Duration listDeadline;
    private final @Nullable Integer readAttempts;
    private final Map<String, String> headers;
    private final Decision decision;
    private final @Nullable List<Position> measuredPositions;

    private CallOptions(
            @Nullable Duration deadline,
            @Nullable Duration listDeadline,
            @Nullable Integer readAttempts,
            Map<String, String> headers,
            Decision decision,
            @Nullable List<Position> measuredPositions) {
        this.measuredPositions = measuredPositions;
        this.deadline = deadline;
        this.listDeadline = listDeadline;
        this.readAttempts = readAttempts;
        this.headers = headers;
        this.decision = decision;
    }

    /**
     * The client's own settings, with no extra header.
     *
     * @return the options that every call has unless told otherwise
     */
    public static CallOptions defaults() {
        return DEFAULTS;
    }

    /**
     * A copy with another deadline. It covers the whole call: connecting, sending, headers and the last byte of the body.
     *
     * @param deadline more than zero
     * @return the changed copy
     * @throws IllegalArgumentException if the deadline is zero or negative
     */
    public CallOptions withDeadline(Duration deadline) {
        Duration checked = Checks.positive("deadline", deadline);
        return new CallOptions(checked, listDeadline, readAttempts, headers, decision, measuredPositions);
    }

    /**
     * A copy with another deadline for a whole list, all of its pages together. The time that the reader of the list takes
     * between two pages does not count. A list that takes longer ends with an exception, never early.
     *
     * @param listDeadline more than zero
     * @return the changed copy
     * @throws IllegalArgumentException if the deadline is zero or negative
     */
    public CallOptions withListDeadline(Duration listDeadline) {
        Duration checked = Checks.positive("listDeadline", listDeadline);
        return new CallOptions(deadline, checked, readAttempts, headers, decision, measuredPositions);
    }

    /**
     * A copy that sends one more header, for example {@code traceparent}. A second value for a name replaces the first.
     *
     * @param name a header name that the client does not set itself
     * @param value visible ASCII characters, spaces and tabs
     * @return the changed copy
     * @throws IllegalArgumentException if the name or value is not allowed; the message does not repeat the value
     */
    public CallOptions withHeader(String name, String value) {
        RequestHeaders.check(name, value);
        Map<String, String> copy = new LinkedHashMap<>(headers);
        copy.keySet().removeIf(name::equalsIgnoreCase);
        copy.put(name, value);
        return new CallOptions(
                deadline, listDeadline, readAttempts, Collections.unmodifiableMap(copy), decision, measuredPositions);
    }

    /**
     * A copy with which a read is tried at most this often, within its deadline. A change is sent once in any case.
     *
     * @param readAttempts one or more; 1 means that nothing is tried again
     * @return the changed copy
     * @throws IllegalArgumentException if it is less than one
     */
    public CallOptions withReadAttempts(int readAttempts) {
        return new CallOptions(
                deadline, listDeadline, Arguments.readAttempts(readAttempts), headers, decision, measuredPositions);
    }

    /**
     * Lets the size guard of a close judge these positions, so that it reads none itself: no time passes between the look of
     * the caller and the close.
     *
     * @param positions all positions of the account, or those of the instrument, as they were just read
     * @return a copy; this instance stays as it is
     */
    public CallOptions withPositionsMeasured(List<Position> positions) {
        return new CallOptions(deadline, listDeadline, readAttempts, headers, decision, List.copyOf(positions));
    }

    /**
     * The positions for the size guard of a close.
     *
     * @return empty when the guard has to read them itself
     */
    public Optional<List<Position>> measuredPositions() {
        return Optional.ofNullable(measuredPositions);
    }

    /**
     * The number of attempts of a read chosen here.
     *
     * @return empty when the client's own number applies
     */
    public OptionalInt readAttempts() {
        return readAttempts == null ? OptionalInt.empty() : OptionalInt.of(readAttempts);
    }

    /**
     * The deadline chosen here.
     *
     * @return empty when the client's own deadline applies
     */
    public Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }

    /**
     * The deadline of a whole list chosen here.
     *
     * @return empty when it is 20 times the deadline of a call
     */
    public Optional<Duration> listDeadline() {
        return Optional.ofNullable(listDeadline);
    }

    /**
     * The extra headers chosen here.
     *
     * @return unmodifiable, in the order in which they were added
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Says what a changing request is decided by, for the client's journal: the positions, the lease of the run, whether it is
     * sent although an earlier attempt on the account is unresolved ({@link Decision#insisting()}).
     *
     * @param newDecision replaces the earlier one
     * @return the changed copy
     */
    public CallOptions withDecision(Decision newDecision) {
        return new CallOptions(deadline, listDeadline, readAttempts, headers, newDecision, measuredPositions);
    }

    /**
     * What a changing request is decided by.
     *
     * @return by default {@link Decision#none()}
     */
    public Decision decision() {
        return decision;
    }

    /** Names the headers and leaves their values out, because a value may be a secret. */
    @Override
    public String toString() {
        return Printable.text("CallOptions[deadline=" + (deadline == null ? "the client's" : deadline)
                + ", readAttempts=" + (readAttempts == null ? "the client's" : readAttempts) + ", headers="
                + headers.keySet() + "]");
    }
}
