package io.github.clearstreet.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import org.junit.jupiter.api.Test;

/** Queries as values. */
class OperationQueryTest {
    private final GetOrdersQuery query =
            GetOrdersQuery.builder().symbol("BRK/A").pageSize(7).build();

    @Test
    void queries_areEqualWhenTheySendTheSame() {
        GetOrdersQuery same =
                GetOrdersQuery.builder().pageSize(7).symbol("BRK/A").build();

        assertThat(query).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(query.toBuilder().build()).isEqualTo(query);
    }

    @Test
    void queries_differWhenTheySendSomethingElse() {
        GetOrdersQuery other = query.toBuilder().pageSize(8).build();

        assertThat(query).isNotEqualTo(other);
        assertThat(query.hashCode()).isNotEqualTo(other.hashCode());
        assertThat((Object) GetOrdersQuery.builder().pageSize(7).build())
                .isNotEqualTo(GetPositionsQuery.builder().pageSize(7).build());
    }

    @Test
    void toString_showsWhatIsSentAsItWasGiven() {
        assertThat(query).hasToString("GetOrdersQuery{page_size=7, symbol=BRK/A}");
    }
}
