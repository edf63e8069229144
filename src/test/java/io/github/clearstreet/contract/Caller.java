package io.github.clearstreet.contract;

import au.com.dius.pact.consumer.MockServer;
import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Order;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Calls a mock of the API as a user does: through the facade and over HTTP. */
final class Caller {
    private Caller() {}

    static ApiResponse<List<Order>> closePositions(MockServer api) {
        try (ClearStreet clearStreet = client(api)) {
            return clearStreet.positions().closePositions(Parties.ACCOUNT);
        }
    }

    static ApiResponse<List<Order>> closePositions(MockServer api, boolean cancelOrders) {
        ClosePositionsRequest request =
                ClosePositionsRequest.builder().cancelOrders(cancelOrders).build();
        try (ClearStreet clearStreet = client(api)) {
            return clearStreet.positions().closePositions(Parties.ACCOUNT, request);
        }
    }

    /** The exception that the call ends with, which must be of this type. */
    static <E extends ClearStreetException> E failure(MockServer api, Class<E> type) {
        return Assertions.catchThrowableOfType(type, () -> closePositions(api));
    }

    private static ClearStreet client(MockServer api) {
        return ClearStreet.builder()
                .apiKey("made-up.key")
                .baseUrl(URI.create(api.getUrl()))
                .build();
    }
}
