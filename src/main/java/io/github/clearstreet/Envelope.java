package io.github.clearstreet;

import io.github.clearstreet.json.Violation;
import io.github.clearstreet.model.ApiError;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import io.github.clearstreet.model.ResponseMetadata;
import java.util.List;
import java.util.Optional;

/** The four things that every generated envelope holds, whatever its data is. */
interface Envelope<T> {
    T data();

    Optional<ApiError> error();

    ResponseMetadata metadata();

    List<Violation> violations();

    static Envelope<List<Order>> of(OrderListResponse response) {
        return new Envelope<>() {
            @Override
            public List<Order> data() {
                return response.data();
            }

            @Override
            public Optional<ApiError> error() {
                return response.error();
            }

            @Override
            public ResponseMetadata metadata() {
                return response.metadata();
            }

            @Override
            public List<Violation> violations() {
                return response.violations();
            }
        };
    }
}
