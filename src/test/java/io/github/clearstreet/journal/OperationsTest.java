package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {
    @ParameterizedTest
    @CsvSource({
        "close_positions,true,true",
        "close_position,true,true",
        "closePositions,true,true",
        "submit_orders,false,true",
        "replace_order,false,true",
        "cancel_open_order,false,false",
        "cancelAllOpenOrders,false,false",
        "something_new,false,true"
    })
    void whatAnOperationMayDo_followsFromItsName_howeverItIsSpelled(
            String operation, boolean closes, boolean mayTrade) {
        assertThat(Operations.closes(operation)).isEqualTo(closes);
        assertThat(Operations.mayTrade(operation)).isEqualTo(mayTrade);
    }
}
