package desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.acme.broker.api.AccountsApi;
import com.acme.broker.api.OrdersApi;
import com.acme.broker.api.PositionsApi;
import com.acme.broker.api.PositionsApiAsync;
import com.acme.broker.model.ClosePositionsRequest;
import com.acme.broker.model.NewOrder;
import com.acme.broker.model.Order;
import com.acme.broker.model.OrderType;
import com.acme.broker.model.Side;
import com.acme.broker.model.TimeInForce;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generated interfaces have the guarantees of the library. */
class WholeApiTest {
    private static final long ACCOUNT = 19816;

    private final Sandbox sandbox = Sandbox.start();
    private final ClearStreet clearStreet =
            ClearStreet.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build();

    @BeforeEach
    void open() {
        sandbox.account(ACCOUNT).position("GOOG", "25");
    }

    @AfterEach
    void close() {
        clearStreet.close();
        sandbox.close();
    }

    @Test
    void closePositions_sendsOneDeleteAndReturnsTheOrders() {
        List<Order> orders = clearStreet.api(PositionsApi.API)
                .closePositions(ACCOUNT, ClosePositionsRequest.builder().build())
                .data();

        assertTrue(!orders.isEmpty() && orders.stream().allMatch(order -> order.quantity().signum() > 0));
        assertEquals(1, sent("DELETE"));
    }

    @Test
    void closePositions_whenServerDropsAfterReading_isSentOnceAndUnknown() {
        sandbox.nextCall("close_positions", Fault.drops());

        assertThrows(OutcomeUnknownException.class, () -> clearStreet.api(PositionsApi.API)
                .closePositions(ACCOUNT, ClosePositionsRequest.builder().build()));

        assertEquals(1, sent("DELETE"));
    }

    @Test
    void submitOrders_returnsWhatTheBrokerTook() {
        List<Order> orders = clearStreet.api(OrdersApi.API)
                .submitOrders(ACCOUNT, List.of(order()))
                .data();

        assertEquals(1, orders.size());
        assertEquals(new BigDecimal("3"), orders.get(0).quantity());
        assertEquals(1, sent("POST"));
    }

    @Test
    void positions_asAFuture_areThere() throws Exception {
        assertTrue(!clearStreet.api(PositionsApiAsync.API)
                .getPositions(ACCOUNT, PositionsApi.GetPositionsQuery.builder().build())
                .get()
                .data()
                .isEmpty());
    }

    @Test
    void anOperationThatTheServerHasNot_isRejected() {
        assertThrows(RejectedException.class, () -> clearStreet.api(AccountsApi.API).closeAccount(ACCOUNT));
    }

    @Test
    void aCallOfAClosedClient_isNotSent() {
        AccountsApi accounts = clearStreet.api(AccountsApi.API);
        clearStreet.close();

        assertThrows(NotSentException.class, () -> accounts.closeAccount(ACCOUNT));
    }

    private static NewOrder order() {
        return NewOrder.builder()
                .symbol("AAPL")
                .side(Side.BUY)
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.DAY)
                .quantity(new BigDecimal("3"))
                .build();
    }

    private long sent(String method) {
        return sandbox.requests().stream()
                .map(SandboxRequest::method)
                .filter(method::equals)
                .count();
    }
}
