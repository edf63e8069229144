package io.github.clearstreet.bench;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** One made-up order. Its number decides everything, so that each run and each contender sees the same. */
final class CannedOrder {
    private static final Instant OPENING = Instant.parse("2025-10-03T13:30:00Z");
    private static final String[] SYMBOLS = {"GOOG", "AAPL", "F", "BRK.B", "NVDA", "SPY", "TSLA", "XOM"};
    private static final String[] VENUES = {"XNMS", "XNYS", "ARCX", "XCBO"};
    private static final String[] STATUSES = {
        "PENDING_NEW", "PENDING_NEW", "NEW", "PARTIALLY_FILLED", "FILLED", "REJECTED"
    };
    private static final String[] TYPES = {
        "MARKET", "MARKET", "MARKET", "LIMIT", "LIMIT", "STOP", "STOP_LIMIT", "TRAILING_STOP", "TRAILING_STOP_LIMIT"
    };
    private static final int[] FRACTION_DIGITS = {9, 9, 9, 6, 3, 1, 0};

    private final SplittableRandom random;
    private final String type;
    private final String status;
    private final boolean option;
    private final boolean trailing;
    private final boolean queued;
    private final int quantity;
    private final StringBuilder json = new StringBuilder();

    CannedOrder(int number) {
        random = new SplittableRandom(number);
        type = pick(TYPES);
        trailing = type.startsWith("TRAILING");
        status = pick(STATUSES);
        option = random.nextInt(5) == 0;
        queued = random.nextInt(6) == 0;
        quantity = 1 + random.nextInt(5_000);
    }

    /** The fields in alphabetical order. To be called once. */
    String json() {
        boolean filled = status.equals("FILLED");
        int done = filled ? quantity : status.equals("PARTIALLY_FILLED") ? quantity / 2 : 0;
        boolean dated = random.nextInt(8) == 0;
        boolean resolved = random.nextInt(40) != 0;
        field("account_id", "19816");
        field("average_fill_price", done > 0 ? price() : "null");
        if (random.nextBoolean()) {
            text("client_order_id", "close-" + random.nextInt(1_000_000));
        }
        text("created_at", time(0));
        if (status.equals("REJECTED")) {
            field(
                    "details",
                    "[\"The instrument \\\"" + pick(SYMBOLS) + "\\\" is halted \u2013 try later.\",\"code 17\"]");
        } else if (random.nextInt(4) == 0) {
            field("details", "[]");
        }
        if (dated) {
            text("expires_at", time(7 * 24 * 3600));
        }
        if (random.nextInt(3) == 0) {
            field("extended_hours", random.nextBoolean() ? "true" : "false");
        }
        text("filled_quantity", Integer.toString(done));
        text("id", uuid());
        field("instrument_id", resolved ? quoted(uuid()) : "null");
        field("instrument_type", resolved ? option ? "\"OPTION\"" : "\"COMMON_STOCK\"" : "null");
        text("leaves_quantity", (quantity - done) + (random.nextInt(5) == 0 ? ".25" : ""));
        if (type.equals("TRAILING_STOP_LIMIT")) {
            text("limit_offset", "-0." + (10 + random.nextInt(90)));
        }
        field("limit_price", type.endsWith("LIMIT") && !trailing ? price() : "null");
        text("order_type", type);
        text("quantity", quantity + (random.nextInt(5) == 0 ? ".25" : ""));
        if (queued) {
            text("queue_state", random.nextBoolean() ? "AWAITING_RELEASE" : "RELEASED");
            text("releases_at", time(3 * 24 * 3600));
        }
        text("side", random.nextInt(4) == 0 ? "BUY" : "SELL");
        text("status", status);
        field("stop_price", type.startsWith("STOP") ? price() : "null");
        field("symbol", resolved ? quoted(option ? "GOOG  251219C00250000" : pick(SYMBOLS)) : "null");
        text("time_in_force", dated ? "GOOD_TILL_DATE" : random.nextInt(3) == 0 ? "GOOD_TILL_CANCEL" : "DAY");
        if (trailing) {
            trailing();
        }
        if (option && resolved) {
            text("underlying_instrument_id", uuid());
        }
        text("updated_at", time(60));
        text("venue", pick(VENUES));
        return json.append('}').toString();
    }

    private void trailing() {
        if (type.equals("TRAILING_STOP_LIMIT")) {
            field("trailing_limit_px", price());
        }
        text("trailing_offset", Integer.toString(25 + random.nextInt(500)));
        text("trailing_offset_type", random.nextBoolean() ? "BPS" : "PRICE");
        field("trailing_stop_px", price());
        field("trailing_watermark_px", price());
        text("trailing_watermark_ts", time(30));
    }

    private String price() {
        String cents = Integer.toString(100 + random.nextInt(100));
        String fine = random.nextInt(4) == 0 ? Integer.toString(10 + random.nextInt(90)) : "";
        return quoted((1 + random.nextInt(900)) + "." + cents.substring(1) + fine);
    }

    /** A moment of the trading day, later by so many seconds, with zero to nine fraction digits. */
    private String time(int later) {
        String whole = OPENING.plusSeconds(later + random.nextInt(6 * 3600)).toString();
        int digits = FRACTION_DIGITS[random.nextInt(FRACTION_DIGITS.length)];
        String fraction =
                Integer.toString(1_000_000_000 + random.nextInt(1_000_000_000)).substring(1, 1 + digits);
        return whole.substring(0, whole.length() - 1) + (digits == 0 ? "" : "." + fraction) + "Z";
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String pick(String[] values) {
        return values[random.nextInt(values.length)];
    }

    private void text(String name, String value) {
        field(name, quoted(value));
    }

    private void field(String name, String value) {
        json.append(json.isEmpty() ? "{\"" : ",\"").append(name).append("\":").append(value);
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}
