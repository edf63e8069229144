package io.github.clearstreet.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EntryJson} writes. Fields that are new are passed over; a new version or kind of entry is an error. */
final class EntryReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Numbers as text, objects as maps. */
    private final Map<String, Object> fields;

    private EntryReader(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * Returns the entry.
     *
     * @throws IOException if it is not an entry of this account, or a newer version wrote it
     */
    static Entry read(String line, long accountId) throws IOException {
        return fields(line, accountId).entry();
    }

    /** Returns the checkpoint, see {@link #read}. */
    static Checkpoint checkpoint(String line, long accountId) throws IOException {
        EntryReader in = fields(line, accountId);
        try {
            return new Checkpoint(
                    in.number("previous"),
                    in.time("latest"),
                    list(in.fields.get("open"), offset -> Long.valueOf((String) offset)));
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static EntryReader fields(String line, long accountId) throws IOException {
        try (JsonParser parser = FACTORY.createParser(line)) {
            parser.nextToken();
            if (!(value(parser) instanceof Map<?, ?> fields)) {
                throw new IOException("it is not a JSON object");
            }
            EntryReader in = of(fields);
            if (!in.text("v").equals(String.valueOf(EntryJson.VERSION))) {
                throw new IOException("it was written by a newer version of this library");
            }
            if (in.number("account") != accountId) {
                throw new IOException("it is about account " + in.number("account"));
            }
            return in;
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static List<JournaledPosition> positions(String json) throws IOException {
        return list(json, EntryReader::position);
    }

    private static JournaledPosition position(Object value) {
        EntryReader in = of((Map<?, ?>) value);
        return new JournaledPosition(in.text("instrument_id"), in.text("symbol"), new BigDecimal(in.text("quantity")));
    }

    static List<String> texts(String json) throws IOException {
        return list(json, String.class::cast);
    }

    private static <T> List<T> list(String json, Function<Object, T> element) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return list(value(parser), element);
        }
    }

    private static <T> List<T> list(@Nullable Object value, Function<Object, T> element) {
        List<T> list = new ArrayList<>();
        if (value instanceof List<?> elements) {
            elements.forEach(each -> list.add(element.apply(each)));
        }
        return list;
    }

    private Entry entry() throws IOException {
        try {
            return ofItsType();
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Entry ofItsType() throws IOException {
        Instant at = time("at");
        String nanos = optional("nanos");
        Moment moment = new Moment(at, nanos == null ? null : Long.valueOf(nanos), optional("boot"));
        ProcessIdentity by = new ProcessIdentity(text("host"), number("process"));
        return switch (text("type")) {
            case "intent" -> new Entry.Began(attempt(at, by), moment);
            case "outcome" -> new Entry.Ended(text("attempt"), new RecordedOutcome(at, by, outcome()), moment);
            case "lease" ->
                new Entry.Leased(
                        moment,
                        Entry.Change.valueOf(text("change")),
                        new LeaseHolder(by, time("since"), time("until"), number("token")));
            default -> throw new IOException("it was written by a newer version of this library");
        };
    }

    private Attempt attempt(Instant at, ProcessIdentity by) {
        String serverTime = optional("server_time");
        String token = optional("token");
        return new Attempt(
                text("attempt"),
                number("account"),
                text("operation"),
                optional("instrument_id"),
                list(fields.get("ids"), String.class::cast),
                list(fields.get("positions"), EntryReader::position),
                by,
                at,
                time("send_by"),
                token == null ? null : Long.valueOf(token),
                serverTime == null ? null : Instant.parse(serverTime),
                List.of());
    }

    private AttemptOutcome outcome() {
        String status = optional("status");
        return new AttemptOutcome(
                AttemptState.valueOf(text("state")),
                status == null ? null : Integer.valueOf(status),
                optional("request_id"),
                list(fields.get("order_ids"), String.class::cast),
                optional("detail"));
    }

    private String text(String name) {
        String text = optional(name);
        if (text == null) {
            throw new IllegalArgumentException("it has no '" + name + "'");
        }
        return text;
    }

    private @Nullable String optional(String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    private long number(String name) {
        return Long.parseLong(text(name));
    }

    private Instant time(String name) {
        return Instant.parse(text(name));
    }

    private static EntryReader of(Map<?, ?> fields) {
        Map<String, Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> named.put(String.valueOf(name), value));
        return new EntryReader(named);
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return fields;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser));
            }
            return elements;
        }
        if (token == null || !token.isScalarValue()) {
            throw new IOException("it ends too early");
        }
        return parser.getText();
    }
}
