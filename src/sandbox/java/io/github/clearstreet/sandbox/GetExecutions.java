package io.github.clearstreet.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code get_executions}: the fills that pass the filters, newest first, a page at a time. */
final class GetExecutions implements Operation {
    private static final Set<String> PARAMETERS =
            Set.of(Paging.PAGE_SIZE, Paging.PAGE_TOKEN, "instrument_ids", "from", "to");

    private final Accounts accounts;
    private final Paging paging;

    GetExecutions(Accounts accounts, Paging paging) {
        this.accounts = accounts;
        this.paging = paging;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        QueryParameters query = new QueryParameters(call.request(), PARAMETERS);
        Set<String> instruments = new HashSet<>(query.list("instrument_ids"));
        Instant from = query.time("from").orElse(Instant.MIN);
        Instant to = query.time("to").orElse(Instant.MAX);
        List<Execution> found = new ArrayList<>(accounts.inAccount(
                parameters,
                (book, now) -> book.orders().executions().stream()
                        .filter(execution -> !execution.at().isBefore(from)
                                && !execution.at().isAfter(to))
                        .filter(execution -> instruments.isEmpty()
                                || execution.order().instrument().names().stream()
                                        .anyMatch(instruments::contains))
                        .toList()));
        Collections.reverse(found);
        return SandboxResponse.page(
                paging.page(found, call.request(), query),
                Execution::json,
                call.request().requestId());
    }
}
