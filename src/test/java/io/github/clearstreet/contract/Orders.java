package io.github.clearstreet.contract;

import static io.github.clearstreet.contract.OrderFields.decimal;
import static io.github.clearstreet.contract.OrderFields.exactly;
import static io.github.clearstreet.contract.OrderFields.time;
import static io.github.clearstreet.contract.OrderFields.word;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;

/** Orders as the API answers with them. A value is pinned only where the situation is about that very value. */
final class Orders {
    static final String ID = "019c0b57-0850-7b0b-8a2c-5ee3fb5a5876";
    static final String GOOG_ID = "c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa";
    static final String MSFT_ID = "a3a4a5a6-b3b4-4c3d-8e3f-404142434445";
    static final String OPTION_ID = "0a0b0c0d-1a1b-4c1d-8e1f-202122232425";
    static final String OPTION_SYMBOL = "GOOG  251219C00250000";
    static final String CREATED_AT = "2025-10-03T14:01:15.000000000Z";
    static final String UPDATED_AT = "2025-10-03T14:01:16.123456789Z";

    private Orders() {}

    /** The published example without its nulls. */
    static void pending(LambdaDslObject order) {
        sellsGoog(order, "25");
        word(order, "status", "PENDING_NEW");
        filled(order, "0", "25");
        times(order, CREATED_AT, CREATED_AT);
    }

    /** A cancel was asked for; that can be answered only while the order is open. */
    static void submitted(LambdaDslObject order) {
        pending(order);
        exactly(order, "client_order_id", "close-GOOG-1");
    }

    static void beingCancelled(LambdaDslObject order) {
        sellsGoog(order, "25");
        exactly(order, "status", "PENDING_CANCEL");
        filled(order, "0", "25");
        times(order, CREATED_AT, CREATED_AT);
    }

    static void queued(LambdaDslObject order) {
        pending(order);
        exactly(order, "queue_state", "AWAITING_RELEASE");
        time(order, "releases_at", "2025-10-06T13:30:00Z");
    }

    static void partlyFilled(LambdaDslObject order) {
        sellsGoog(order, "10.5");
        exactly(order, "status", "PARTIALLY_FILLED");
        filled(order, "4.25", "6.25");
        decimal(order, "average_fill_price", "245.3333");
        times(order, CREATED_AT, UPDATED_AT);
    }

    static void rejected(LambdaDslObject order) {
        sellsGoog(order, "25");
        exactly(order, "status", "REJECTED");
        filled(order, "0", "0");
        details(order, "The instrument is halted.");
        times(order, CREATED_AT, CREATED_AT);
    }

    static void ofNewerStatus(LambdaDslObject order) {
        sellsGoog(order, "25");
        word(order, "status", "PENDING_REVIEW");
        filled(order, "0", "25");
        times(order, CREATED_AT, CREATED_AT);
    }

    static void buysOptionBack(LambdaDslObject order) {
        identity(order);
        order.stringType("instrument_id", OPTION_ID);
        exactly(order, "instrument_type", "OPTION");
        order.stringType("symbol", OPTION_SYMBOL);
        order.stringType("underlying_instrument_id", GOOG_ID);
        order.stringType("venue", "XCBO");
        exactly(order, "side", "BUY");
        instruction(order, "MARKET", "DAY", "2");
        word(order, "status", "NEW");
        filled(order, "0", "2");
        times(order, CREATED_AT, UPDATED_AT);
    }

    /** All 32 fields at once, which no real order has; the client reads each of them by itself. */
    static void withEveryField(LambdaDslObject order) {
        sellsGoog(order, "25");
        order.stringType("client_order_id", "close-goog-1");
        order.stringType("underlying_instrument_id", GOOG_ID);
        decimal(order, "limit_price", "240.825");
        decimal(order, "stop_price", "241.325");
        order.booleanType("extended_hours", true);
        time(order, "expires_at", "2025-10-10T20:00:00Z");
        word(order, "status", "PARTIALLY_FILLED");
        filled(order, "4", "21");
        decimal(order, "average_fill_price", "245.3333");
        details(order, "Filled in part.");
        times(order, CREATED_AT, UPDATED_AT);
        word(order, "queue_state", "RELEASED");
        time(order, "releases_at", "2025-10-03T13:30:00Z");
        decimal(order, "trailing_offset", "150");
        word(order, "trailing_offset_type", "BPS");
        decimal(order, "limit_offset", "-0.50");
        decimal(order, "trailing_stop_px", "241.325");
        decimal(order, "trailing_limit_px", "240.825");
        decimal(order, "trailing_watermark_px", "245.00");
        time(order, "trailing_watermark_ts", "2025-10-03T14:05:00.123Z");
    }

    private static void sellsGoog(LambdaDslObject order, String quantity) {
        identity(order);
        order.stringType("instrument_id", GOOG_ID);
        word(order, "instrument_type", "COMMON_STOCK");
        order.stringType("symbol", "GOOG");
        order.stringType("venue", "XNMS");
        exactly(order, "side", "SELL");
        instruction(order, "MARKET", "DAY", quantity);
    }

    private static void identity(LambdaDslObject order) {
        order.stringType("id", ID);
        order.integerType("account_id", (int) Parties.ACCOUNT);
    }

    private static void instruction(LambdaDslObject order, String type, String timeInForce, String quantity) {
        word(order, "order_type", type);
        word(order, "time_in_force", timeInForce);
        decimal(order, "quantity", quantity);
    }

    private static void filled(LambdaDslObject order, String filled, String leaves) {
        decimal(order, "filled_quantity", filled);
        decimal(order, "leaves_quantity", leaves);
    }

    private static void times(LambdaDslObject order, String createdAt, String updatedAt) {
        time(order, "created_at", createdAt);
        time(order, "updated_at", updatedAt);
    }

    private static void details(LambdaDslObject order, String text) {
        order.minArrayLike("details", 1, PactDslJsonRootValue.stringType(text), 1);
    }
}
