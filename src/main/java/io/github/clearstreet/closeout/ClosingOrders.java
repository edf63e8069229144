package io.github.clearstreet.closeout;

import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.TimeInForce;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Makes closing orders of one's own, and their ids. */
final class ClosingOrders {
    /** Begins the ids, so that people know where these orders come from. */
    private static final String PREFIX = "flatten-";

    private static final int BYTES = 16;

    private ClosingOrders() {}

    /**
     * The same for everybody who closes the same: account, instrument, quantity, and the latest fill before. No longer than 64
     * characters.
     *
     * @param lastFill the latest fill in the instrument; "none" if there was none
     */
    static String baseId(long accountId, HeldPosition position, String lastFill) {
        String quantity = position.quantity().stripTrailingZeros().toPlainString();
        String what =
                accountId + "|" + position.instrumentId().toLowerCase(Locale.ROOT) + "|" + quantity + "|" + lastFill;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** True if the order was made here, by this run or by another one. */
    static boolean isOne(OrderState order) {
        return order.clientOrderId().filter(id -> id.startsWith(PREFIX)).isPresent();
    }

    static NewOrder order(HeldPosition position, String id) {
        return NewOrder.builder()
                .id(id)
                .instrumentId(position.instrumentId())
                .side(position.closingSide())
                .quantity(position.quantity().abs())
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.DAY)
                .build();
    }
}
