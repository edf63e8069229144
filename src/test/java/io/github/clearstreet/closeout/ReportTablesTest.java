package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The whole text of reports with every part filled. */
class ReportTablesTest {
    @Test
    void flattenReport_holdsEveryPart() {
        assertThat(FilledReports.flatten().toString()).isEqualTo("""
                Account 19816 is NOT FLAT: OPEN_ORDERS, after 1.250 s
                Not everything could be closed.

                SYMBOL  BEFORE  AFTER  AS OF                 REASON
                GOOG      -100    -40  2026-01-02T15:00:00Z  WENT THROUGH ZERO an open order stays
                MSFT        10      ?  -

                Orders:
                SYMBOL  SIDE  QUANTITY  FILLED  AVERAGE PRICE  STATUS                               ORDER ID
                GOOG    BUY        100      60         150.25  PARTIALLY_FILLED (AWAITING_RELEASE)  o-1

                Other open orders:
                SYMBOL  SIDE  QUANTITY  FILLED  AVERAGE PRICE  STATUS  ORDER ID
                -       -            -       -              -  NEW     o-2
                CANCELLED: BUY 100 GOOG PARTIALLY_FILLED, filled 60 (o-1), was order_type MARKET
                NOTE: cash is left out
                RESOLVED: close_positions sent at 2026-01-02T15:00:00Z: late; carried out
                UNRESOLVED: close_position of i-1 sent at 2026-01-02T15:00:00Z: no answer
                UNRESOLVED: close_positions sent at 2026-01-02T15:00:00Z: dropped""");
    }

    @Test
    void flattenReport_ofAFlatAccount_isTwoLines() {
        assertThat(FilledReports.flat().toString()).isEqualTo("Account 7 is flat, after 0.000 s\nNothing is held.");
    }

    @Test
    void preview_holdsEveryPart() {
        assertThat(FilledReports.preview().toString()).isEqualTo("""
                Account 19816 at 2026-01-02T15:00:00Z

                SYMBOL  CLOSING SIDE  QUANTITY      VALUE  OPEN ORDERS  INSTRUMENT ID
                GOOG    BUY                100  -15025.00            1  i-1
                MSFT    SELL                10          -            0  i-2

                Open orders in the way:
                SYMBOL  SIDE  QUANTITY  FILLED  AVERAGE PRICE  STATUS                               ORDER ID
                GOOG    BUY        100      60         150.25  PARTIALLY_FILLED (AWAITING_RELEASE)  o-1

                Other open orders:
                SYMBOL  SIDE  QUANTITY  FILLED  AVERAGE PRICE  STATUS  ORDER ID
                -       -            -       -              -  NEW     o-2
                NOTE: cash is left out
                PROBLEM: a page is missing""");
    }
}
