package io.github.clearstreet.contract;

import java.util.Map;
import java.util.TreeMap;

/**
 * Every provider state, as a sentence, with its parameters. A provider can make those true that begin with "account"; the
 * others are for a stand-in that can fail on demand.
 */
final class ProviderStates {
    static final String ONE_POSITION = "account 19816 holds 25 GOOG";
    static final String OPEN_ORDER = "account 19816 holds 25 GOOG and has an open order in GOOG";
    static final String NO_POSITION = "account 19816 holds nothing";
    static final String SHORT_OPTION = "account 19816 is short 2 options on GOOG";
    static final String EVERY_FIELD =
            "stand-in: account 19816 holds GOOG and MSFT, and every field of its closing orders has a value";
    static final String TWO_POSITIONS = "account 19816 holds GOOG and MSFT";
    static final String SECOND_PAGE =
            "account 19816 holds GOOG and MSFT, and the page token leads to the second of them";
    static final String SHORT_OPTION_IN_USE =
            "account 19816 is short 2 options on GOOG, and an order to buy one of them back is open";
    static final String KNOWN_ORDER = "account 19816 has an open order to sell 25 GOOG at the market";
    static final String OPTION_ORDER =
            "account 19816 is short 2 options on GOOG, and an order to buy them back is open";
    static final String SECOND_PAGE_OF_ORDERS =
            "account 19816 has orders, and the page token leads to the second page of them";
    static final String FILLED = "account 19816 has sold 2 options on GOOG in one fill";
    static final String SECOND_PAGE_OF_EXECUTIONS =
            "account 19816 has two fills, and the page token leads to the second page of them";
    static final String RISK_CHECK = "account 19816 may not sell GOOG, by a risk check";
    static final String MARKET_CLOSED = "account 19816 holds 25 GOOG, and orders wait for the next session";
    static final String FILLS_IN_PART = "account 19816 holds 10.5 GOOG, and orders fill in part at once";
    static final String HALTED = "account 19816 holds 25 GOOG, and GOOG is halted";
    static final String NEWER_STATUS =
            "stand-in: account 19816 holds 25 GOOG, and orders have a status that is not in the specification";
    static final String ONE_OF_TWO_FAILS =
            "stand-in: account 19816 holds GOOG and MSFT, and no order can be created for MSFT";

    static final String UNREADABLE_REQUEST = "stand-in: the API cannot read the request";
    static final String INVALID_KEY = "account 19816 holds 25 GOOG, and the API key is not valid";
    static final String INVALID_KEY_FLAT = "stand-in: the API key is not valid, and errors have no envelope";
    static final String FOREIGN_ACCOUNT = "account 19816 belongs to somebody else";
    static final String UNKNOWN_ACCOUNT = "account 19816 does not exist";
    static final String CONFLICT = "stand-in: account 19816 is in a state that does not allow closing";
    static final String OTHER_BODY_EXPECTED = "stand-in: the API expects another request body";
    static final String TOO_MANY_REQUESTS =
            "stand-in: too many requests came, and the API asks to wait for some seconds";
    static final String TOO_MANY_REQUESTS_UNTIL =
            "stand-in: too many requests came, and the API asks to wait until a moment";

    static final String API_FAILS = "stand-in: the API fails";
    static final String BAD_GATEWAY = "stand-in: a gateway gets no usable answer from the API";
    static final String BAD_GATEWAY_PAGE = "stand-in: a gateway gets no usable answer from the API, and shows a page";
    static final String MAINTENANCE = "stand-in: the API is down for maintenance";
    static final String MAINTENANCE_PAGE = "stand-in: the API is down for maintenance, and shows a page";
    static final String GATEWAY_TIMEOUT = "stand-in: the API is too slow for a gateway";
    static final String GATEWAY_TIMEOUT_PAGE =
            "stand-in: the API is too slow for a gateway, and the gateway shows a page";

    /** What a provider returns with the state, for the generators of the pact. */
    static final String PAGE_TOKEN = "page_token";

    static final String ORDER_ID = "order_id";

    private ProviderStates() {}

    /** What a state is about, for providers that read no sentences. */
    static Map<String, Object> parameters(String state) {
        Map<String, Object> parameters = new TreeMap<>();
        if (state.contains("account")) {
            parameters.put("account_id", Parties.ACCOUNT);
        }
        if (state.contains("options on GOOG")) {
            parameters.put("symbol", Orders.OPTION_SYMBOL);
            parameters.put("underlying_symbol", "GOOG");
        } else if (state.contains("GOOG")) {
            parameters.put("symbol", "GOOG");
        }
        return parameters;
    }
}
