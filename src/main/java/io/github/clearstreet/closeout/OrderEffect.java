package io.github.clearstreet.closeout;

import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.OrderType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** What an order may do to a position: close it, or take it further away from zero. */
record OrderEffect(OrderState state) {
    /**
     * True if this could be the order with which the server closes the position, whatever its type and the word for its side:
     * all but those that wait for a price of their own to come, and those that certainly do not close.
     */
    boolean mayClose(HeldPosition position) {
        return position.concerns(state) && !certainlyIncreases(position) && !isRejectedUnfilled() && !isStop();
    }

    /** True if it could be a closing order of the kind that the server makes: MARKET. */
    boolean looksLikeClosing(HeldPosition position) {
        return mayClose(position) && isMarket();
    }

    /** True if it looks like closing, for exactly the quantity of the position. */
    boolean closesAllOf(HeldPosition position) {
        return looksLikeClosing(position)
                && state.side().isPresent()
                && state.quantity()
                        .filter(ordered -> ordered.compareTo(position.quantity().abs()) == 0)
                        .isPresent();
    }

    /** True if it can do nothing but bring the position nearer to zero: a market order on the closing side, not too large. */
    boolean onlyCloses(BigDecimal held) {
        boolean onClosingSide = held.signum() > 0 ? state.isSell() : held.signum() < 0 && state.isBuy();
        return onClosingSide
                && !state.isQueued()
                && OrderState.read(() -> Optional.of(state.order().orderType()))
                        .filter(OrderType.MARKET::equals)
                        .isPresent()
                && state.quantity()
                        .flatMap(ordered -> state.filledQuantity().map(ordered::subtract))
                        .filter(rest -> rest.compareTo(held.abs()) <= 0)
                        .isPresent();
    }

    /** True if the order certainly takes the position further away from zero. */
    boolean certainlyIncreases(HeldPosition position) {
        return position.quantity().signum() < 0 ? state.isSell() : state.isBuy();
    }

    /** True if this could be the child through which that one works. */
    boolean mayWorkFor(OrderState parent) {
        return !isStop()
                && ((state.isBuy() && parent.isBuy())
                        || (state.isSell() && parent.isSell())
                        || state.side().isEmpty());
    }

    /** True if it was refused, so that it cannot be what a request in doubt made and is followed. */
    boolean isRejectedUnfilled() {
        return state.status().filter(OrderStatus.REJECTED::equals).isPresent()
                && state.filledQuantity().filter(filled -> filled.signum() != 0).isEmpty();
    }

    /** True if the server could have made it to close this instrument, or any if none is named. */
    boolean isMarketOrderOf(Optional<String> instrument) {
        return isMarket()
                && instrument
                        .map(name -> Stream.concat(state.instrumentId().stream(), state.symbol().stream())
                                .anyMatch(own -> HeldPosition.isNamed(own, name)))
                        .orElse(true);
    }

    private boolean isMarket() {
        return OrderState.read(() -> Optional.of(state.order().orderType()))
                .map(OrderType.MARKET::equals)
                .orElse(true);
    }

    private boolean isStop() {
        return OrderState.read(() -> Optional.of(state.order().orderType()))
                        .filter(type -> type.value().contains("STOP"))
                        .isPresent()
                || OrderState.read(state.order()::stopPrice).isPresent();
    }
}
