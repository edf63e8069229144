package io.github.clearstreet.contract;

/** Every provider state, as a sentence. A provider that is verified must be able to make each of them true. */
final class ProviderStates {
    static final String ONE_POSITION = "account 19816 holds 25 GOOG";
    static final String OPEN_ORDER = "account 19816 holds 25 GOOG and has an open order in GOOG";
    static final String NO_POSITION = "account 19816 holds nothing";
    static final String SHORT_OPTION = "account 19816 is short 2 options on GOOG";
    static final String EVERY_FIELD =
            "account 19816 holds GOOG and MSFT, and every field of its closing orders has a value";
    static final String TWO_POSITIONS = "account 19816 holds GOOG and MSFT";
    static final String SECOND_PAGE =
            "account 19816 holds GOOG and MSFT, and the page token leads to the second of them";
    static final String SHORT_OPTION_IN_USE =
            "account 19816 is short 2 options on GOOG, and an order to buy one of them back is open";
    static final String KNOWN_ORDER =
            "account 19816 has an open order of 25 GOOG with the id 019c0b57-0850-7b0b-8a2c-5ee3fb5a5876";
    static final String OPTION_ORDER =
            "account 19816 has an open order for options on GOOG with the id 019c0b57-0850-7b0b-8a2c-5ee3fb5a5876";
    static final String SECOND_PAGE_OF_ORDERS =
            "account 19816 has orders, and the page token leads to the second page of them";
    static final String MARKET_CLOSED = "account 19816 holds 25 GOOG, and orders wait for the next session";
    static final String FILLS_IN_PART = "account 19816 holds 10.5 GOOG, and orders fill in part at once";
    static final String HALTED = "account 19816 holds 25 GOOG, and GOOG is halted";
    static final String NEWER_STATUS =
            "account 19816 holds 25 GOOG, and orders have a status that is not in the specification";
    static final String ONE_OF_TWO_FAILS = "account 19816 holds GOOG and MSFT, and no order can be created for MSFT";

    static final String UNREADABLE_REQUEST = "the API cannot read the request";
    static final String INVALID_KEY = "the API key is not valid";
    static final String INVALID_KEY_FLAT = "the API key is not valid, and errors have no envelope";
    static final String FOREIGN_ACCOUNT = "account 19816 belongs to somebody else";
    static final String UNKNOWN_ACCOUNT = "account 19816 does not exist";
    static final String CONFLICT = "account 19816 is in a state that does not allow closing";
    static final String OTHER_BODY_EXPECTED = "the API expects another request body";
    static final String TOO_MANY_REQUESTS = "too many requests came, and the API asks to wait for some seconds";
    static final String TOO_MANY_REQUESTS_UNTIL = "too many requests came, and the API asks to wait until a moment";

    static final String API_FAILS = "the API fails";
    static final String BAD_GATEWAY = "a gateway gets no usable answer from the API";
    static final String BAD_GATEWAY_PAGE = "a gateway gets no usable answer from the API, and shows a page";
    static final String MAINTENANCE = "the API is down for maintenance";
    static final String MAINTENANCE_PAGE = "the API is down for maintenance, and shows a page";
    static final String GATEWAY_TIMEOUT = "the API is too slow for a gateway";
    static final String GATEWAY_TIMEOUT_PAGE = "the API is too slow for a gateway, and the gateway shows a page";

    private ProviderStates() {}
}
