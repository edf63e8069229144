package io.github.clearstreet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.api.OrdersApi.GetExecutionsQuery;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.model.PositionSortBy;
import io.github.clearstreet.model.SecurityType;
import io.github.clearstreet.model.SortDirection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The positions and the orders of an account, a page at a time. */
@ExtendWith(FreshPact.class)
class ListsConsumerTest {
    private static final String NEXT = "eyJvZmZzZXQiOjEsImxpbWl0IjoxfQ==";

    @Test
    void getPositions_ofAnAccountThatIsShortOptions_returnsThePosition() {
        ApiResponse<List<Position>> page = ConsumerRun.of(
                        OperationCall.GET_POSITIONS, "lists a short position", ProviderStates.SHORT_OPTION)
                .answers(Answers.list(HeldPositions::shortOption), ListsConsumerTest::positions);

        assertThat(page.data()).containsExactly(HeldPositions.shortOption());
        assertThat(page.metadata().nextPageToken()).isEmpty();
        assertThat(page.requestId()).contains(Answers.REQUEST_ID);
    }

    @Test
    void getPositions_withEveryField_returnsEveryField() {
        ApiResponse<List<Position>> page = ConsumerRun.of(
                        OperationCall.GET_POSITIONS,
                        "lists a position with every field",
                        ProviderStates.SHORT_OPTION_IN_USE)
                .answers(Answers.list(HeldPositions::withEveryField), ListsConsumerTest::positions);

        assertThat(page.data()).containsExactly(HeldPositions.withEveryField());
        assertThat(page.data().get(0).violations()).isEmpty();
    }

    @Test
    void getPositions_ofAnAccountThatHoldsNothing_returnsAnEmptyLastPage() {
        ApiResponse<List<Position>> page = ConsumerRun.of(
                        OperationCall.GET_POSITIONS, "lists nothing", ProviderStates.NO_POSITION)
                .answers(Answers.emptyList(), ListsConsumerTest::positions);

        assertThat(page.data()).isEmpty();
        assertThat(page.metadata().nextPageToken()).isEmpty();
    }

    @Test
    void getPositions_whenThereAreMore_returnsTheTokenOfTheNextPage() {
        GetPositionsQuery query = GetPositionsQuery.builder()
                .pageSize(1)
                .instrumentIds(List.of(Orders.GOOG_ID, Orders.MSFT_ID))
                .sortBy(PositionSortBy.SYMBOL)
                .sortDirection(SortDirection.DESC)
                .build();

        ApiResponse<List<Position>> page = filteredPositions(
                        "lists the first page of two", ProviderStates.TWO_POSITIONS)
                .answers(Answers.listWithMore(HeldPositions::long25Goog, NEXT), api -> firstPage(api, query));

        assertThat(page.data()).containsExactly(HeldPositions.long25Goog());
        assertThat(page.metadata().nextPageToken()).contains(NEXT);
    }

    @Test
    void getPositions_withThePageToken_repeatsTheFiltersAndReturnsTheNextPage() {
        GetPositionsQuery query = GetPositionsQuery.builder()
                .pageSize(1)
                .instrumentIds(List.of(Orders.GOOG_ID, Orders.MSFT_ID))
                .sortBy(PositionSortBy.SYMBOL)
                .sortDirection(SortDirection.DESC)
                .pageToken(NEXT)
                .build();

        ApiResponse<List<Position>> page = filteredPositions("lists the next page", ProviderStates.SECOND_PAGE)
                .pageToken(NEXT)
                .answers(Answers.list(HeldPositions::long25Goog), api -> firstPage(api, query));

        assertThat(page.data()).containsExactly(HeldPositions.long25Goog());
        assertThat(page.metadata().nextPageToken()).isEmpty();
    }

    private static ConsumerRun filteredPositions(String situation, String state) {
        return ConsumerRun.of(OperationCall.GET_POSITIONS, situation, state)
                .query("page_size", "1")
                .query("instrument_ids", Orders.GOOG_ID + "," + Orders.MSFT_ID)
                .query("sort_by", "SYMBOL")
                .query("sort_direction", "DESC");
    }

    @Test
    void getOrders_withEveryFilter_sendsEachAsOneParameter() {
        GetOrdersQuery query = GetOrdersQuery.builder()
                .pageSize(10)
                .orderIds(List.of(Orders.ID))
                .status(List.of(OrderStatus.PENDING_NEW, OrderStatus.NEW))
                .symbol(Orders.OPTION_SYMBOL)
                .instrumentIds(List.of(Orders.OPTION_SYMBOL))
                .instrumentType(SecurityType.OPTION)
                .underlyingInstrumentIds(List.of("GOOG"))
                .from(Instant.parse("2025-10-03T14:00:00Z"))
                .to(Instant.parse("2099-10-03T15:00:00Z"))
                .build();

        ApiResponse<List<Order>> page = ConsumerRun.of(
                        OperationCall.GET_ORDERS, "lists orders that pass every filter", ProviderStates.OPTION_ORDER)
                .query("page_size", "10")
                .queryOrderId("order_ids")
                .query("status", "PENDING_NEW,NEW")
                .query("symbol", Orders.OPTION_SYMBOL)
                .query("instrument_ids", Orders.OPTION_SYMBOL)
                .query("instrument_type", "OPTION")
                .query("underlying_instrument_ids", "GOOG")
                .query("from", "2025-10-03T14:00:00Z")
                .query("to", "2099-10-03T15:00:00Z")
                .answers(
                        Answers.list(Orders::buysOptionBack),
                        api -> api.orders()
                                .getOrders(Parties.ACCOUNT, query)
                                .pages()
                                .iterator()
                                .next());

        assertThat(page.data()).containsExactly(ExpectedOrders.buysOptionBack());
    }

    @Test
    void getOrders_withAPageToken_returnsTheNextPage() {
        GetOrdersQuery query =
                GetOrdersQuery.builder().pageSize(1).pageToken(NEXT).build();

        ApiResponse<List<Order>> page = ConsumerRun.of(
                        OperationCall.GET_ORDERS, "lists the next page", ProviderStates.SECOND_PAGE_OF_ORDERS)
                .query("page_size", "1")
                .pageToken(NEXT)
                .answers(
                        Answers.list(Orders::pending),
                        api -> api.orders()
                                .getOrders(Parties.ACCOUNT, query)
                                .pages()
                                .iterator()
                                .next());

        assertThat(page.data()).containsExactly(ExpectedOrders.pending());
    }

    private static ApiResponse<List<Position>> positions(ClearStreet api) {
        return firstPage(api, GetPositionsQuery.builder().build());
    }

    private static ApiResponse<List<Position>> firstPage(ClearStreet api, GetPositionsQuery query) {
        return api.positions()
                .getPositions(Parties.ACCOUNT, query)
                .pages()
                .iterator()
                .next();
    }

    @Test
    void getExecutions_returnsTheFills() {
        ApiResponse<List<Execution>> page = ConsumerRun.of(
                        OperationCall.GET_EXECUTIONS, "lists a fill", ProviderStates.FILLED)
                .answers(
                        Answers.list(Fills::sold2Options),
                        api -> firstPage(api, GetExecutionsQuery.builder().build()));

        assertThat(page.data()).containsExactly(Fills.sold2Options());
        assertThat(page.metadata().nextPageToken()).isEmpty();
    }

    @Test
    void getExecutions_ofAnAccountThatDidNotTrade_returnsAnEmptyLastPage() {
        ApiResponse<List<Execution>> page = ConsumerRun.of(
                        OperationCall.GET_EXECUTIONS, "lists no fill", ProviderStates.NO_POSITION)
                .answers(
                        Answers.emptyList(),
                        api -> firstPage(api, GetExecutionsQuery.builder().build()));

        assertThat(page.data()).isEmpty();
    }

    @Test
    void getExecutions_withEveryFilterAndThePageToken_returnsTheNextPage() {
        GetExecutionsQuery query = GetExecutionsQuery.builder()
                .pageSize(1)
                .instrumentIds(List.of("GOOG"))
                .from(Instant.parse("2025-10-03T14:00:00Z"))
                .to(Instant.parse("2099-10-03T15:00:00Z"))
                .pageToken(NEXT)
                .build();

        ApiResponse<List<Execution>> page = ConsumerRun.of(
                        OperationCall.GET_EXECUTIONS,
                        "lists the next page of fills",
                        ProviderStates.SECOND_PAGE_OF_EXECUTIONS)
                .query("page_size", "1")
                .query("instrument_ids", "GOOG")
                .query("from", "2025-10-03T14:00:00Z")
                .query("to", "2099-10-03T15:00:00Z")
                .pageToken(NEXT)
                .answers(Answers.list(Fills::sold25Goog), api -> firstPage(api, query));

        assertThat(page.data()).containsExactly(Fills.sold25Goog());
    }

    private static ApiResponse<List<Execution>> firstPage(ClearStreet api, GetExecutionsQuery query) {
        return api.orders()
                .getExecutions(Parties.ACCOUNT, query)
                .pages()
                .iterator()
                .next();
    }
}
