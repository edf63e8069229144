package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole JSON of every kind of report: its names and forms are what other programs rely on. */
class ReportJsonTest {
    private static final String FULL_ORDER = """
            {"id":"o-1","symbol":"GOOG","instrument_id":"i-1","side":"BUY","quantity":"100","filled_quantity":"60",\
            "average_fill_price":"150.25","status":"PARTIALLY_FILLED","releases_at":"2026-01-03T14:30:00Z",\
            "created_at":"2026-01-02T15:00:00Z","details":["held back"]}""";

    private static final String BARE_ORDER = """
            {"id":"o-2","status":"NEW","details":[]}""";

    private static final String FLATTEN = """
            {"account_id":19816,"flat":false,"stop_reason":"OPEN_ORDERS","message":"Not everything could be closed.",\
            "started_at":"2026-01-02T15:00:00Z","ended_at":"2026-01-02T15:00:01.250Z","positions":[\
            {"symbol":"GOOG","instrument_id":"i-1","quantity_before":"-100","quantity_after":"-40",\
            "as_of":"2026-01-02T15:00:00Z","went_through_zero":true,\
            "reason":"an open order stays","orders":[FULL]},\
            {"symbol":"MSFT","instrument_id":"i-2","quantity_before":"10","orders":[]}],\
            "other_open_orders":[BARE],"cancelled_orders":[AGAIN],"unresolved":[\
            {"operation":"close_position","instrument_id":"i-1","sent_at":"2026-01-02T15:00:00Z","message":"no answer"},\
            {"operation":"close_positions","sent_at":"2026-01-02T15:00:00Z","message":"dropped"}],\
            "resolved":[{"operation":"close_positions","sent_at":"2026-01-02T15:00:00Z","message":"late",\
            "resolution":"carried out"}],"remarks":["cash is left out"],\
            "request_ids":["r-1","r-2"],\
            "timeline":[{"at":"2026-01-02T15:00:00Z","kind":"STARTED","text":"go"}]}""";

    private static final String FLAT = """
            {"account_id":7,"flat":true,"stop_reason":"FLAT","message":"Nothing is held.",\
            "started_at":"2026-01-02T15:00:00Z","ended_at":"2026-01-02T15:00:00Z","positions":[],\
            "other_open_orders":[],"cancelled_orders":[],"unresolved":[],"resolved":[],"remarks":[],"request_ids":[],"timeline":[]}""";

    private static final String PREVIEW = """
            {"account_id":19816,"flat":false,"taken_at":"2026-01-02T15:00:00.005Z","positions":[\
            {"symbol":"GOOG","instrument_id":"i-1","side":"BUY","quantity":"100","market_value":"-15025.00",\
            "open_orders":[FULL]},\
            {"symbol":"MSFT","instrument_id":"i-2","side":"SELL","quantity":"10","open_orders":[]}],\
            "other_open_orders":[BARE],"problems":["a page is missing"],"remarks":["cash is left out"]}""";

    private static final String RECONCILIATION = """
            {"account_id":19816,"instrument_id":"i-1","sent_at":"2026-01-02T15:00:00Z","verdict":"STILL_UNKNOWN",\
            "advice":"Look again.","orders":[FULL],"positions":[\
            {"symbol":"GOOG","instrument_id":"i-1","quantity":"-100","market_value":"-15025.00"},\
            {"symbol":"MSFT","instrument_id":"i-2","quantity":"10"}]}""";

    @Test
    void flattenReport_holdsEveryPart() {
        assertThat(FilledReports.flatten().toJson()).isEqualTo(whole(FLATTEN));
    }

    @Test
    void flattenAllReport_holdsEveryReport() {
        FlattenAllReport all = new FlattenAllReport(List.of(FilledReports.flatten(), FilledReports.flat()));

        assertThat(all.toJson()).isEqualTo("{\"flat\":false,\"reports\":[" + whole(FLATTEN) + "," + FLAT + "]}");
    }

    @Test
    void preview_holdsEveryPart() {
        assertThat(FilledReports.preview().toJson()).isEqualTo(whole(PREVIEW));
    }

    @Test
    void reconciliation_holdsEveryPart() {
        assertThat(FilledReports.reconciliation().toJson()).isEqualTo(whole(RECONCILIATION));
    }

    private static String whole(String json) {
        return json.replace("FULL]", FULL_ORDER + "]")
                .replace("AGAIN", FULL_ORDER.substring(0, FULL_ORDER.length() - 1) + ",\"order_type\":\"MARKET\"}")
                .replace("BARE", BARE_ORDER);
    }
}
