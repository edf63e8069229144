package io.github.clearstreet;

import io.github.clearstreet.json.Violation;
import io.github.clearstreet.model.ApiError;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.ExecutionListResponse;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import io.github.clearstreet.model.OrderResponse;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.model.PositionListResponse;
import io.github.clearstreet.model.ResponseMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The four accessors that every generated envelope has, whatever its data is. Each may find its value unreadable. */
record Envelope<T>(
        Supplier<T> data,
        Supplier<Optional<ApiError>> error,
        Supplier<ResponseMetadata> metadata,
        Supplier<List<Violation>> violations) {

    static Envelope<List<Order>> of(OrderListResponse orders) {
        return new Envelope<>(orders::data, orders::error, orders::metadata, orders::violations);
    }

    static Envelope<Order> of(OrderResponse order) {
        return new Envelope<>(order::data, order::error, order::metadata, order::violations);
    }

    static Envelope<List<Execution>> of(ExecutionListResponse executions) {
        return new Envelope<>(executions::data, executions::error, executions::metadata, executions::violations);
    }

    static Envelope<List<Position>> of(PositionListResponse positions) {
        return new Envelope<>(positions::data, positions::error, positions::metadata, positions::violations);
    }
}
