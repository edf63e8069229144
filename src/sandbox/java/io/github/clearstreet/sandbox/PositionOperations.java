package io.github.clearstreet.sandbox;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The operations on positions: what is held, and how it is closed. */
final class PositionOperations {
    private static final Set<String> PARAMETERS =
            Set.of(Paging.PAGE_SIZE, Paging.PAGE_TOKEN, "instrument_ids", "sort_by", "sort_direction");

    private final Accounts accounts;
    private final Paging paging;

    PositionOperations(Accounts accounts, Paging paging) {
        this.accounts = accounts;
        this.paging = paging;
    }

    /** What the account holds, a page at a time, by symbol unless the query says otherwise. */
    SandboxResponse getPositions(SandboxRequest request, Map<String, String> parameters) {
        QueryParameters query = new QueryParameters(request, PARAMETERS);
        Set<String> instruments = new HashSet<>(query.uuids("instrument_ids"));
        Comparator<SandboxPosition> order = order(query);
        return accounts.inAccount(parameters, (book, now) -> {
            List<SandboxPosition> found = book.listedPositions(now).stream()
                    .filter(held -> instruments.isEmpty()
                            || instruments.contains(held.instrument().id()))
                    .sorted(order)
                    .toList();
            return SandboxResponse.page(
                    paging.page(found, request, query),
                    held -> PositionJson.of(book.id(), held, book.available(held), now.time()),
                    request.requestId());
        });
    }

    /** One closing order for each position of the account, every time it is called. */
    SandboxResponse closePositions(SandboxRequest request, Map<String, String> parameters) {
        return close(request, parameters, any -> true);
    }

    /** The same for one instrument. With one that is not held there is nothing to close, and no answer is declared. */
    SandboxResponse closePosition(SandboxRequest request, Map<String, String> parameters) {
        String instrument = Endpoint.decode(requireNonNull(parameters.get("instrument_id")));
        return close(request, parameters, held -> held.isNamed(instrument));
    }

    private SandboxResponse close(
            SandboxRequest request, Map<String, String> parameters, Predicate<SandboxInstrument> meant) {
        boolean cancelOrders = CloseRequestBody.cancelOrders(request.body());
        AccountBook.Closed closed =
                accounts.inAccount(parameters, (book, now) -> book.closePositions(meant, cancelOrders, now));
        SandboxResponse response =
                SandboxResponse.data(closed.orders().stream().map(OrderJson::of).toList(), request.requestId());
        return closed.refused()
                .map(refusal ->
                        ResponseChanges.errorBesideData(207, refusal.message()).customize(request, response))
                .orElse(response);
    }

    /** The sandbox's prices do not move, so that all profits are alike. Equal positions go by symbol. */
    private static Comparator<SandboxPosition> order(QueryParameters query) {
        Comparator<SandboxPosition> bySymbol = comparing(SandboxPosition::symbol);
        Comparator<SandboxPosition> order = switch (query.word("sort_by", EnumValues.POSITION_SORTS)
                .orElse("SYMBOL")) {
            case "INSTRUMENT_TYPE" -> comparing(held -> held.instrument().type());
            case "QUANTITY" -> comparing(SandboxPosition::quantity);
            case "MARKET_VALUE" -> comparing(SandboxPosition::marketValue);
            case "POSITION_TYPE" -> comparing(SandboxPosition::positionType);
            default -> bySymbol;
        };
        String direction =
                query.word("sort_direction", EnumValues.SORT_DIRECTIONS).orElse("ASC");
        return (direction.equals("DESC") ? order.reversed() : order).thenComparing(bySymbol);
    }
}
