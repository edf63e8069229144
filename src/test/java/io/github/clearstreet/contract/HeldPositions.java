package io.github.clearstreet.contract;

import static io.github.clearstreet.contract.OrderFields.decimal;
import static io.github.clearstreet.contract.OrderFields.exactly;
import static io.github.clearstreet.contract.OrderFields.negative;
import static io.github.clearstreet.contract.OrderFields.word;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.model.PositionType;
import io.github.clearstreet.model.SecurityType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Positions as the API answers with them, and what a caller must see of them. */
final class HeldPositions {
    private HeldPositions() {}

    /** The required fields. */
    static void shortOption(LambdaDslObject position) {
        identity(position, Orders.OPTION_ID, "OPTION", Orders.OPTION_SYMBOL);
        negative(position, "quantity", "-2");
        decimal(position, "available_quantity", "-2");
        exactly(position, "position_type", "SHORT");
        decimal(position, "market_value", "-100.50");
    }

    static Position shortOption() {
        return position(Orders.OPTION_ID, SecurityType.OPTION, Orders.OPTION_SYMBOL)
                .quantity(new BigDecimal("-2"))
                .availableQuantity(new BigDecimal("-2"))
                .positionType(PositionType.SHORT)
                .marketValue(new BigDecimal("-100.50"))
                .build();
    }

    static void withEveryField(LambdaDslObject position) {
        identity(position, Orders.OPTION_ID, "OPTION", Orders.OPTION_SYMBOL);
        position.stringType("underlying_instrument_id", Orders.GOOG_ID);
        negative(position, "quantity", "-2");
        decimal(position, "available_quantity", "-1");
        exactly(position, "position_type", "SHORT");
        decimal(position, "market_value", "-100.50");
        decimal(position, "instrument_price", "50.25");
        decimal(position, "avg_price", "49.125");
        decimal(position, "cost_basis", "-98.25");
        decimal(position, "closing_price", "50");
        position.and(
                "closing_price_date", "2025-10-02", TypeMatcher.INSTANCE, new RegexMatcher("\\d{4}-\\d{2}-\\d{2}"));
        decimal(position, "unrealized_pnl", "-2.25");
        decimal(position, "unrealized_pnl_pct", "-2.29");
        decimal(position, "daily_unrealized_pnl", "-0.5");
        decimal(position, "daily_unrealized_pnl_pct", "-0.51");
        decimal(position, "daily_realized_pnl", "0");
    }

    static Position withEveryField() {
        return shortOption().toBuilder()
                .underlyingInstrumentId(Orders.GOOG_ID)
                .availableQuantity(new BigDecimal("-1"))
                .instrumentPrice(new BigDecimal("50.25"))
                .avgPrice(new BigDecimal("49.125"))
                .costBasis(new BigDecimal("-98.25"))
                .closingPrice(new BigDecimal("50"))
                .closingPriceDate(LocalDate.of(2025, 10, 2))
                .unrealizedPnl(new BigDecimal("-2.25"))
                .unrealizedPnlPct(new BigDecimal("-2.29"))
                .dailyUnrealizedPnl(new BigDecimal("-0.5"))
                .dailyUnrealizedPnlPct(new BigDecimal("-0.51"))
                .dailyRealizedPnl(new BigDecimal("0"))
                .build();
    }

    static void long25Goog(LambdaDslObject position) {
        identity(position, Orders.GOOG_ID, "COMMON_STOCK", "GOOG");
        decimal(position, "quantity", "25");
        decimal(position, "available_quantity", "25");
        exactly(position, "position_type", "LONG");
        decimal(position, "market_value", "2500");
    }

    static Position long25Goog() {
        return position(Orders.GOOG_ID, SecurityType.COMMON_STOCK, "GOOG")
                .quantity(new BigDecimal("25"))
                .availableQuantity(new BigDecimal("25"))
                .positionType(PositionType.LONG)
                .marketValue(new BigDecimal("2500"))
                .build();
    }

    private static void identity(LambdaDslObject position, String id, String type, String symbol) {
        position.integerType("account_id", (int) Parties.ACCOUNT);
        position.stringType("instrument_id", id);
        word(position, "instrument_type", type);
        position.stringType("symbol", symbol);
    }

    private static Position.Builder position(String id, SecurityType type, String symbol) {
        return Position.builder()
                .accountId(Parties.ACCOUNT)
                .instrumentId(id)
                .instrumentType(type)
                .symbol(symbol);
    }
}
