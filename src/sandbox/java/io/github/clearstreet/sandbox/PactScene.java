package io.github.clearstreet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account that a provider state is about, while it is made ready. */
final class PactScene {
    static final String OPTION = "GOOG  251219C00250000";
    private static final String MSFT_ID = "a3a4a5a6-b3b4-4c3d-8e3f-404142434445";

    private final Sandbox sandbox;
    private final long accountId;
    private final @Nullable String list;

    PactScene(Sandbox sandbox, Map<String, ?> parameters) {
        this.sandbox = sandbox;
        Object account = parameters.get("account_id");
        this.accountId = account == null ? 19816 : Long.parseLong(String.valueOf(account));
        this.list = parameters.get("list") instanceof String text ? text : null;
    }

    SandboxAccount account() {
        return sandbox.account(accountId);
    }

    SandboxAccount holds(String symbol, String quantity) {
        return account().position(symbol, quantity);
    }

    SandboxAccount shortOption() {
        return account().position(SandboxInstrument.option(OPTION, SandboxInstrument.stock("GOOG")), "-2");
    }

    void twoPositions() {
        holds("GOOG", "25").position(SandboxInstrument.stock("MSFT").withId(MSFT_ID), "4");
    }

    void openOrder() {
        account().openOrder(OrderTicket.sell("GOOG", "25"));
    }

    void filledOption() {
        sandbox.instrument(SandboxInstrument.option(OPTION, SandboxInstrument.stock("GOOG")));
        account().openOrder(OrderTicket.sell(OPTION, "2")).fillAll();
    }

    void filledOrder() {
        openOrder();
        account().fillAll();
    }

    void everyField() {
        twoPositions();
        account()
                .behaviour(OrderBehaviour.queuesUntil(nextSession())
                        .withField("client_order_id", "close-1")
                        .withField("underlying_instrument_id", MSFT_ID)
                        .withField("limit_price", "1.5")
                        .withField("stop_price", "2.5")
                        .withField("extended_hours", false)
                        .withField("expires_at", "2025-10-31T20:00:00Z")
                        .withField("average_fill_price", "99.75")
                        .withField("details", List.of("A text for people."))
                        .withField("trailing_offset", "1")
                        .withField("trailing_offset_type", "PRICE")
                        .withField("limit_offset", "-0.5")
                        .withField("trailing_stop_px", "3")
                        .withField("trailing_limit_px", "4")
                        .withField("trailing_watermark_px", "5")
                        .withField("trailing_watermark_ts", "2025-10-03T14:00:00.5Z"));
    }

    void fails(Fault fault) {
        account();
        sandbox.nextCall(fault);
    }

    Instant nextSession() {
        return sandbox.now().plus(Duration.ofDays(3));
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("account_id", accountId);
        sandbox.newestOrderId(accountId).ifPresent(id -> values.put("order_id", id));
        if (list != null) {
            values.put("page_token", sandbox.nextPageToken(list));
        }
        return values;
    }
}
