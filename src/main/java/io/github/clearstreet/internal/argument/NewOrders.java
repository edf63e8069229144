package io.github.clearstreet.internal.argument;

import io.github.clearstreet.model.NewOrder;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a list of new orders before anything is sent: one that is wrong by itself must not cost a call to find out. */
public final class NewOrders {
    private static final int LONGEST_ID = 64;

    private NewOrders() {}

    /** A copy that nobody else can change. */
    public static List<NewOrder> check(List<NewOrder> orders) {
        List<NewOrder> checked = List.copyOf(orders);
        require(!checked.isEmpty(), "orders must not be empty");
        Set<String> ids = new HashSet<>();
        for (NewOrder order : checked) {
            require(
                    order.symbol().filter(text -> !text.isBlank()).isPresent()
                            || order.instrumentId()
                                    .filter(text -> !text.isBlank())
                                    .isPresent(),
                    "each order must name a symbol or an instrument id");
            require(
                    order.quantity().compareTo(BigDecimal.ZERO) > 0,
                    "each order's quantity must be more than zero; the side gives the direction");
            Optional<String> id = order.id();
            id.ifPresent(text -> {
                require(
                        !text.isBlank() && text.length() <= LONGEST_ID,
                        "an order's id must not be blank, and have at most " + LONGEST_ID + " characters");
                require(ids.add(text), "two orders must not have the same id");
            });
        }
        return checked;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
