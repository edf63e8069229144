package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;
import java.math.BigDecimal;

/**
 * A position that a request was decided by.
 *
 * @param instrumentId the API's id of the instrument
 * @param symbol what people call it
 * @param quantity how much was held, in units; negative for a short position
 */
public record JournaledPosition(String instrumentId, String symbol, BigDecimal quantity) {
    /** Holds no character that could steer a terminal or a log. */
    @Override
    public String toString() {
        return Printable.text("JournaledPosition[instrumentId=" + instrumentId + ", symbol=" + symbol + ", quantity="
                + quantity + "]");
    }
}
