package io.github.clearstreet.sandbox;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words that query parameters and new orders take. */
final class EnumValues {
    static final Set<String> ORDER_STATUSES = words(
            "PENDING_NEW",
            "NEW",
            "PARTIALLY_FILLED",
            "FILLED",
            "CANCELED",
            "REJECTED",
            "EXPIRED",
            "PENDING_CANCEL",
            "PENDING_REPLACE",
            "REPLACED",
            "DONE_FOR_DAY",
            "STOPPED",
            "SUSPENDED",
            "CALCULATED",
            "OTHER");
    static final Set<String> SIDES = words("BUY", "SELL", "SELL_SHORT", "OTHER");
    static final Set<String> NEW_SIDES = words("BUY", "SELL", "SELL_SHORT");
    static final Set<String> NEW_ORDER_TYPES =
            words("MARKET", "LIMIT", "STOP", "STOP_LIMIT", "TRAILING_STOP", "TRAILING_STOP_LIMIT");
    static final Set<String> NEW_TIMES_IN_FORCE = words(
            "DAY",
            "GOOD_TILL_CANCEL",
            "IMMEDIATE_OR_CANCEL",
            "FILL_OR_KILL",
            "GOOD_TILL_DATE",
            "AT_THE_OPENING",
            "AT_THE_CLOSE");
    static final Set<String> TRAILING_OFFSET_TYPES = words("PRICE", "BPS");
    static final Set<String> ORDER_TYPES =
            words("MARKET", "LIMIT", "STOP", "STOP_LIMIT", "TRAILING_STOP", "TRAILING_STOP_LIMIT", "OTHER");
    static final Set<String> INSTRUMENT_TYPES = words("COMMON_STOCK", "INDEX", "OPTION", "CASH");
    static final Set<String> POSITION_SORTS = words(
            "SYMBOL",
            "INSTRUMENT_TYPE",
            "QUANTITY",
            "MARKET_VALUE",
            "POSITION_TYPE",
            "UNREALIZED_PNL",
            "DAILY_UNREALIZED_PNL",
            "DAILY_REALIZED_PNL");
    static final Set<String> SORT_DIRECTIONS = words("ASC", "DESC");

    private EnumValues() {}

    /** In this order, which messages show. */
    private static Set<String> words(String... words) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(words)));
    }
}
