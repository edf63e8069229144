import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosePositionsTest {
    @Test
    void closePositions_withTheInstalledJars_sendsOneRequestAndReturnsTheClosingOrder() {
        try (Sandbox sandbox = Sandbox.start();
                ClearStreet clearStreet = ClearStreet.builder()
                        .baseUrl(sandbox.baseUrl())
                        .apiKey(sandbox.apiKey())
                        .build()) {
            sandbox.account(19816).position("GOOG", "25");

            ApiResponse<List<Order>> response = clearStreet.positions().closePositions(19816);

            assertEquals(1, response.data().size());
            Order order = response.data().get(0);
            assertEquals(Side.SELL, order.side());
            assertEquals(new BigDecimal("25"), order.quantity());
            assertEquals(Optional.of("GOOG"), order.symbol());

            assertEquals(1, sandbox.requests().size());
            SandboxRequest request = sandbox.requests().get(0);
            assertEquals("DELETE /v1/accounts/19816/positions", request.toString());
            assertEquals(
                    Optional.of("clearstreet-client/" + System.getProperty("client.version")),
                    request.header("User-Agent"));
        }
    }
}
