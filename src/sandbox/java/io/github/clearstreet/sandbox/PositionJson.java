package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a position as the API does. The sandbox has one price per instrument, which never moves: everything was bought
 * at it, closed at it yesterday, and neither wins nor loses.
 */
final class PositionJson {
    private PositionJson() {}

    static Map<String, @Nullable Object> of(
            long accountId, SandboxPosition position, BigDecimal available, Instant now) {
        SandboxInstrument instrument = position.instrument();
        String price = instrument.price().toPlainString();
        String value = position.marketValue().toPlainString();
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("account_id", accountId);
        json.put("instrument_id", instrument.id());
        json.put("instrument_type", instrument.type());
        json.put("symbol", instrument.symbol());
        json.put("underlying_instrument_id", instrument.underlyingId().orElse(null));

        json.put("quantity", position.quantity().toPlainString());
        json.put("available_quantity", available.toPlainString());
        json.put("position_type", position.positionType());

        json.put("instrument_price", price);
        json.put("market_value", value);
        json.put("avg_price", price);
        json.put("cost_basis", value);
        json.put("closing_price", price);
        json.put(
                "closing_price_date",
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1).toString());

        json.put("unrealized_pnl", "0");
        json.put("unrealized_pnl_pct", "0");
        json.put("daily_unrealized_pnl", "0");
        json.put("daily_unrealized_pnl_pct", "0");
        json.put("daily_realized_pnl", "0");
        return json;
    }
}
