package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import java.util.List;
import java.util.Map;

/** What could be found out about a request whose outcome was unknown. Immutable and thread-safe. */
public final class Reconciliation {
    private final ClosingAttempt attempt;
    private final Verdict verdict;
    private final String advice;
    private final List<OrderState> orders;
    private final List<HeldPosition> positions;

    Reconciliation(
            ClosingAttempt attempt,
            Verdict verdict,
            String advice,
            List<OrderState> orders,
            List<HeldPosition> positions) {
        this.attempt = attempt;
        this.verdict = verdict;
        this.advice = Printable.text(advice);
        this.orders = List.copyOf(orders);
        this.positions = List.copyOf(positions);
    }

    /** The request in question. */
    public ClosingAttempt attempt() {
        return attempt;
    }

    /** What is known now. */
    public Verdict verdict() {
        return verdict;
    }

    /** Why, and what to do next, in words for people. */
    public String advice() {
        return advice;
    }

    /** The orders made by the request or, unless it is known to have happened, possibly made by it. */
    public List<OrderState> orders() {
        return orders;
    }

    /** The positions as they are now; empty also when they could not be read, which {@link #advice()} says then. */
    public List<HeldPosition> positions() {
        return positions;
    }

    /** One JSON object, with the API's own names. */
    public String toJson() {
        return ReportJson.of(this);
    }

    @Override
    public String toString() {
        return Printable.text(attempt + ": " + verdict + ". " + advice);
    }

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    Map<String, Object> toPlain() {
        return ReportJson.plain(this);
    }
}
