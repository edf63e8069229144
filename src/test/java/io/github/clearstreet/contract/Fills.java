package io.github.clearstreet.contract;

import static io.github.clearstreet.contract.OrderFields.decimal;
import static io.github.clearstreet.contract.OrderFields.time;
import static io.github.clearstreet.contract.OrderFields.word;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.Side;
import java.math.BigDecimal;
import java.time.Instant;

/** Executions as the API answers with them, and what a caller must see of them. */
final class Fills {
    private static final String ID = "019c0b57-0850-7b0b-8a2c-0000000000e1";

    private Fills() {}

    static void sold25Goog(LambdaDslObject execution) {
        sold(execution, Orders.GOOG_ID, "GOOG", "25", "100", "XNMS");
    }

    /** With every field. */
    static void sold2Options(LambdaDslObject execution) {
        sold(execution, Orders.OPTION_ID, Orders.OPTION_SYMBOL, "2", "5.25", "XCBO");
        execution.stringType("underlying_instrument_id", Orders.GOOG_ID);
    }

    private static void sold(
            LambdaDslObject execution,
            String instrumentId,
            String symbol,
            String quantity,
            String price,
            String venue) {
        execution.stringType("id", ID);
        execution.stringType("order_id", Orders.ID);
        execution.stringType("instrument_id", instrumentId);
        execution.stringType("symbol", symbol);
        word(execution, "side", "SELL");
        decimal(execution, "quantity", quantity);
        decimal(execution, "price", price);
        execution.stringType("venue", venue);
        time(execution, "transaction_time", Orders.UPDATED_AT);
    }

    static Execution sold2Options() {
        return sold25Goog().toBuilder()
                .instrumentId(Orders.OPTION_ID)
                .symbol(Orders.OPTION_SYMBOL)
                .underlyingInstrumentId(Orders.GOOG_ID)
                .quantity(new BigDecimal("2"))
                .price(new BigDecimal("5.25"))
                .venue("XCBO")
                .build();
    }

    static Execution sold25Goog() {
        return Execution.builder()
                .id(ID)
                .orderId(Orders.ID)
                .instrumentId(Orders.GOOG_ID)
                .symbol("GOOG")
                .side(Side.SELL)
                .quantity(new BigDecimal("25"))
                .price(new BigDecimal("100"))
                .venue("XNMS")
                .transactionTime(Instant.parse(Orders.UPDATED_AT))
                .build();
    }
}
