package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.SandboxRequest;
import java.time.Instant;

/**
 * A request as the sandbox saw it, and what it told the caller.
 *
 * @param number its place among the requests of the run, from 1
 * @param path where it went, without the query
 * @param query empty for none
 * @param before the ledger when it arrived, right before it was carried out
 * @param endsALook false for a page that is not the last one
 * @param answeredAt when the caller learned how the call ended
 */
record Arrival(
        int number,
        CallKind kind,
        Instant at,
        String path,
        String query,
        LedgerSnapshot before,
        Told told,
        boolean endsALook,
        Instant answeredAt) {

    enum Told {
        ACCEPTED,
        REJECTED,
        UNKNOWN
    }

    static Arrival of(
            int number,
            SandboxRequest request,
            LedgerSnapshot before,
            Told told,
            boolean endsALook,
            Instant answeredAt) {
        return new Arrival(
                number,
                CallKind.of(request),
                request.receivedAt(),
                request.path(),
                request.query().orElse(""),
                before,
                told,
                endsALook,
                answeredAt);
    }

    /** True for the first page of a list of orders or positions that is not restricted to some. */
    boolean beginsALook() {
        return !query.contains("page_token=") && !query.contains("order_ids=");
    }

    /** True if this closes the positions in the symbol: all are closed, or just these. */
    boolean closes(String symbol) {
        return kind == CallKind.CLOSE
                && (path.endsWith("/positions")
                        || path.endsWith("/positions/"
                                + Instrument.of(symbol).instrument().id()));
    }

    boolean isAccepted() {
        return told == Told.ACCEPTED;
    }

    @Override
    public String toString() {
        return number + ". " + at + " " + kind + " " + path + (query.isEmpty() ? "" : "?" + query) + " -> " + told
                + " at " + answeredAt + ", before: " + before;
    }
}
