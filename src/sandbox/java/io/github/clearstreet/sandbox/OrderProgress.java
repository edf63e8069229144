package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come. Each step returns the progress after it.
 *
 * @param filledValue sum of quantity times price over all fills
 * @param releasesAt when a queued order starts working; null if it was never queued
 */
record OrderProgress(
        OrderStatus status,
        BigDecimal filledQuantity,
        BigDecimal filledValue,
        List<String> details,
        @Nullable Instant releasesAt,
        boolean released,
        Instant updatedAt) {

    static OrderProgress created(Instant at) {
        return new OrderProgress(OrderStatus.PENDING_NEW, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), null, true, at);
    }

    OrderProgress queued(Instant until) {
        return new OrderProgress(status, filledQuantity, filledValue, details, until, false, updatedAt);
    }

    OrderProgress released(Instant at) {
        return new OrderProgress(status, filledQuantity, filledValue, details, releasesAt, true, at);
    }

    OrderProgress accepted(Instant at) {
        return withStatus(OrderStatus.NEW, details, at);
    }

    OrderProgress pendingCancel(Instant at) {
        return withStatus(OrderStatus.PENDING_CANCEL, details, at);
    }

    OrderProgress cancelRefused(Instant at) {
        return withStatus(filledQuantity.signum() > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.NEW, details, at);
    }

    OrderProgress canceled(Instant at) {
        return withStatus(OrderStatus.CANCELED, details, at);
    }

    OrderProgress rejected(String reason, Instant at) {
        return withStatus(OrderStatus.REJECTED, List.of(reason), at);
    }

    OrderProgress filled(BigDecimal quantity, BigDecimal price, BigDecimal ordered, Instant at) {
        BigDecimal total = filledQuantity.add(quantity);
        // By FIX, an order whose cancel is under way says so until it is final, however much fills.
        OrderStatus open = status == OrderStatus.PENDING_CANCEL ? status : OrderStatus.PARTIALLY_FILLED;
        OrderStatus next = total.compareTo(ordered) < 0 ? open : OrderStatus.FILLED;
        BigDecimal value = filledValue.add(quantity.multiply(price));
        return new OrderProgress(next, total, value, details, releasesAt, released, at);
    }

    /** What can still fill. By FIX, nothing of an order that is final. */
    BigDecimal leavesQuantity(BigDecimal ordered) {
        return status.isFinal() ? BigDecimal.ZERO : ordered.subtract(filledQuantity);
    }

    Optional<BigDecimal> averageFillPrice() {
        return filledQuantity.signum() == 0
                ? Optional.empty()
                : Optional.of(filledValue
                        .divide(filledQuantity, MathContext.DECIMAL64)
                        .stripTrailingZeros());
    }

    private OrderProgress withStatus(OrderStatus next, List<String> why, Instant at) {
        return new OrderProgress(next, filledQuantity, filledValue, why, releasesAt, released, at);
    }
}
