package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.clearstreet.api.OrdersApi;
import io.github.clearstreet.api.OrdersApi.CancelAllOpenOrdersQuery;
import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.sandbox.Sandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be sent again cannot be a DELETE, whoever asks for it. */
class ReadCallTest {
    private record Apis(PositionsApi positions, OrdersApi orders) {}

    private static Stream<Consumer<Apis>> deletes() {
        ClosePositionsRequest request = ClosePositionsRequest.builder().build();
        return Stream.of(
                apis -> apis.positions().closePositions(1, request),
                apis -> apis.positions().closePosition(1, "GOOG", request),
                apis -> apis.orders().cancelOpenOrder(1, "order-1"),
                apis -> apis.orders()
                        .cancelAllOpenOrders(
                                1, CancelAllOpenOrdersQuery.builder().build()));
    }

    @ParameterizedTest
    @MethodSource("deletes")
    void delete_asARead_isNeverSent(Consumer<Apis> delete) {
        try (Sandbox sandbox = Sandbox.start();
                HttpTransport transport = new HttpTransport(
                        TransportSettings.builder(sandbox.baseUrl(), new ApiKey(sandbox.apiKey()), "test")
                                .build())) {
            Apis apis = new Apis(
                    FeignApis.blocking(PositionsApi.API, transport), FeignApis.blocking(OrdersApi.API, transport));

            assertThatIllegalStateException()
                    .isThrownBy(() -> transport.within(readCall(), () -> {
                        delete.accept(apis);
                        return true;
                    }))
                    .withMessageContaining("must be a GET");
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    private static Call readCall() {
        return new ReadCall(OptionalLong.of(1), Duration.ofSeconds(30), Map.of(), Clock.systemUTC());
    }
}
