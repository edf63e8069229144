package io.github.clearstreet.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as one line of JSON. */
final class EntryJson {
    /** Changes when an older version of this library must not read what a newer one wrote. */
    static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private EntryJson() {}

    /** Without a line break. */
    static String write(long accountId, Entry entry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("v", VERSION);
            if (entry instanceof Entry.Began began) {
                head(out, "intent", began.at(), accountId, began.attempt().by());
                intent(out, began.attempt());
            } else if (entry instanceof Entry.Ended ended) {
                head(out, "outcome", ended.at(), accountId, ended.outcome().by());
                outcome(out, ended.attemptId(), ended.outcome().outcome());
            } else if (entry instanceof Entry.Leased leased) {
                head(out, "lease", leased.at(), accountId, leased.holder().by());
                out.writeStringField("change", leased.change().name());
                out.writeNumberField("token", leased.holder().token());
                out.writeStringField("since", leased.holder().since().toString());
                out.writeStringField("until", leased.holder().until().toString());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter throws none
        }
        return text.toString();
    }

    /** Without a line break. */
    static String write(long accountId, Checkpoint checkpoint, Moment now, ProcessIdentity by) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("v", VERSION);
            head(out, "checkpoint", now, accountId, by);
            out.writeNumberField("previous", checkpoint.previous());
            out.writeStringField("latest", checkpoint.latest().toString());
            out.writeArrayFieldStart("open");
            for (long offset : checkpoint.open()) {
                out.writeNumber(offset);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter throws none
        }
        return text.toString();
    }

    private static void head(JsonGenerator out, String type, Moment at, long accountId, ProcessIdentity by)
            throws IOException {
        out.writeStringField("type", type);
        out.writeStringField("at", at.at().toString());
        out.writeNumberField("account", accountId);
        out.writeStringField("host", by.host());
        out.writeNumberField("process", by.process());
        if (at.nanos() != null) {
            out.writeNumberField("nanos", at.nanos());
        }
        optional(out, "boot", at.boot());
    }

    private static void intent(JsonGenerator out, Attempt attempt) throws IOException {
        out.writeStringField("attempt", attempt.id());
        out.writeStringField("operation", attempt.operation());
        optional(out, "instrument_id", attempt.instrumentId());
        texts(out, "ids", attempt.ids());
        out.writeArrayFieldStart("positions");
        positions(out, attempt.positions());
        out.writeEndArray();
        out.writeStringField("send_by", attempt.sendBy().toString());
        if (attempt.leaseToken() != null) {
            out.writeNumberField("token", attempt.leaseToken());
        }
        if (attempt.serverTime() != null) {
            out.writeStringField("server_time", attempt.serverTime().toString());
        }
    }

    /** The positions alone, as a JSON array. */
    static String positions(List<JournaledPosition> positions) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartArray();
            positions(out, positions);
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter throws none
        }
        return text.toString();
    }

    private static void positions(JsonGenerator out, List<JournaledPosition> positions) throws IOException {
        for (JournaledPosition position : positions) {
            out.writeStartObject();
            out.writeStringField("instrument_id", position.instrumentId());
            out.writeStringField("symbol", position.symbol());
            out.writeStringField("quantity", position.quantity().toPlainString());
            out.writeEndObject();
        }
    }

    private static void outcome(JsonGenerator out, String attemptId, AttemptOutcome outcome) throws IOException {
        out.writeStringField("attempt", attemptId);
        out.writeStringField("state", outcome.state().name());
        if (outcome.status() != null) {
            out.writeNumberField("status", outcome.status());
        }
        optional(out, "request_id", outcome.requestId());
        texts(out, "order_ids", outcome.orderIds());
        optional(out, "detail", outcome.detail());
    }

    private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private static void optional(JsonGenerator out, String name, @Nullable String text) throws IOException {
        if (text != null) {
            out.writeStringField(name, text);
        }
    }

    /** Texts alone, as a JSON array. */
    static String texts(List<String> texts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartArray();
            for (String each : texts) {
                out.writeString(each);
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter throws none
        }
        return text.toString();
    }
}
