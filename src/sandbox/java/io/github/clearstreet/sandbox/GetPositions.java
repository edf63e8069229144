package io.github.clearstreet.sandbox;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code get_positions}: what the account holds, a page at a time, by symbol unless the query says otherwise. */
final class GetPositions implements Operation {
    private static final Set<String> PARAMETERS =
            Set.of(Paging.PAGE_SIZE, Paging.PAGE_TOKEN, "instrument_ids", "sort_by", "sort_direction");

    private final Accounts accounts;
    private final Paging paging;

    GetPositions(Accounts accounts, Paging paging) {
        this.accounts = accounts;
        this.paging = paging;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        QueryParameters query = new QueryParameters(call.request(), PARAMETERS);
        Set<String> instruments = new HashSet<>(query.uuids("instrument_ids"));
        Comparator<SandboxPosition> order = order(query);
        return accounts.inAccount(parameters, (book, now) -> {
            List<SandboxPosition> found = book.positions().stream()
                    .filter(held -> instruments.isEmpty()
                            || instruments.contains(held.instrument().id()))
                    .sorted(order)
                    .toList();
            return SandboxResponse.page(
                    paging.page(found, call.request(), query),
                    held -> json(book, held, now.time()),
                    call.request().requestId());
        });
    }

    private static Map<String, @Nullable Object> json(AccountBook book, SandboxPosition held, Instant now) {
        return PositionJson.of(book.id(), held, book.available(held), now);
    }

    /** The sandbox's prices do not move, so that all profits are alike. Equal positions go by symbol. */
    private static Comparator<SandboxPosition> order(QueryParameters query) {
        Comparator<SandboxPosition> bySymbol = comparing(SandboxPosition::symbol);
        Comparator<SandboxPosition> order = switch (query.word("sort_by", ApiWords.POSITION_SORTS)
                .orElse("SYMBOL")) {
            case "INSTRUMENT_TYPE" -> comparing(held -> held.instrument().type());
            case "QUANTITY" -> comparing(SandboxPosition::quantity);
            case "MARKET_VALUE" -> comparing(SandboxPosition::marketValue);
            case "POSITION_TYPE" -> comparing(SandboxPosition::positionType);
            default -> bySymbol;
        };
        String direction =
                query.word("sort_direction", ApiWords.SORT_DIRECTIONS).orElse("ASC");
        return (direction.equals("DESC") ? order.reversed() : order).thenComparing(bySymbol);
    }
}
