package io.github.clearstreet;

import io.github.clearstreet.model.NewOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a changing request is about within its account, for the journal. */
record Subject(@Nullable String instrumentId, List<String> ids) {
    static final Subject ACCOUNT = new Subject(null, List.of());

    static Subject instrument(String instrumentId) {
        return new Subject(instrumentId, List.of());
    }

    static Subject order(String orderId) {
        return new Subject(null, List.of(orderId));
    }

    /** The ids that the caller gave. */
    static Subject orders(List<NewOrder> orders) {
        return new Subject(
                null,
                orders.stream()
                        .flatMap(order -> order.id().map(Stream::of).orElseGet(Stream::empty))
                        .toList());
    }
}
