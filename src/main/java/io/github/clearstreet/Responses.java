package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.ExecutionListResponse;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import io.github.clearstreet.model.OrderResponse;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.model.PositionListResponse;
import java.time.Duration;
import java.util.List;

/** Makes the response of each generated envelope; they have the same accessors, but no type for them. */
final class Responses {
    private Responses() {}

    static ApiResponse<List<Order>> orders(OrderListResponse read, Call call, Duration elapsed) {
        return new ApiResponse<>(read.data(), read, read::error, read::metadata, call, elapsed);
    }

    static ApiResponse<Order> order(OrderResponse read, Call call, Duration elapsed) {
        return new ApiResponse<>(read.data(), read, read::error, read::metadata, call, elapsed);
    }

    static ApiResponse<List<Execution>> executions(ExecutionListResponse read, Call call, Duration elapsed) {
        return new ApiResponse<>(read.data(), read, read::error, read::metadata, call, elapsed);
    }

    static ApiResponse<List<Position>> positions(PositionListResponse read, Call call, Duration elapsed) {
        return new ApiResponse<>(read.data(), read, read::error, read::metadata, call, elapsed);
    }
}
