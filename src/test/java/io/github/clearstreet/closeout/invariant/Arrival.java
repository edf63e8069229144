package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.SandboxRequest;
import java.time.Instant;

/**
 * A request as the sandbox saw it, and what it told the caller.
 *
 * @param number its place among the requests of the script, from 1
 * @param process who sent it
 * @param body of a request that submits orders; otherwise empty
 * @param path where it went, without the query
 * @param query empty for none
 * @param before the ledger when it arrived, right before it was carried out
 * @param endsALook false for a page that is not the last one
 * @param answeredAt when the caller learned how the call ended
 */
record Arrival(
        int number,
        int process,
        CallKind kind,
        Instant at,
        String path,
        String query,
        String body,
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
            int process,
            SandboxRequest request,
            LedgerSnapshot before,
            Told told,
            boolean endsALook,
            Instant answeredAt) {
        CallKind kind = CallKind.of(request);
        return new Arrival(
                number,
                process,
                kind,
                request.receivedAt(),
                request.path(),
                request.query().orElse(""),
                kind == CallKind.SUBMIT ? request.body() : "",
                before,
                told,
                endsALook,
                answeredAt);
    }

    /** True for the first page of a list of orders or positions that is not restricted to some. */
    boolean beginsALook() {
        return !query.contains("page_token=") && !query.contains("order_ids=") && !query.contains("status=");
    }

    /** True if this closes the positions in the symbol: all are closed, or just these, or by an order of its own. */
    boolean closes(String symbol) {
        String id = Instrument.of(symbol).instrument().id();
        return (kind == CallKind.CLOSE && (path.endsWith("/positions") || path.endsWith("/positions/" + id)))
                || (kind == CallKind.SUBMIT && body.contains(id));
    }

    boolean closes() {
        return kind == CallKind.CLOSE || kind == CallKind.SUBMIT;
    }

    /** True if this submits an order with the id: the server keeps one of them. */
    boolean repeats(String clientOrderId) {
        return kind == CallKind.SUBMIT && body.contains(clientOrderId);
    }

    /** The process ended before it learned what became of this. */
    Arrival notLearned() {
        return new Arrival(number, process, kind, at, path, query, body, before, Told.UNKNOWN, endsALook, answeredAt);
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
