package io.github.clearstreet.runtime.json;

import static io.github.clearstreet.runtime.json.FieldNames.NONE;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.github.clearstreet.json.Violation;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document in a single pass. What cannot be read is noted beside the object that it belongs to, and
 * reading goes on; only a document that is broken as a whole fails.
 *
 * <p>While all is well, hardly anything but the values themselves is allocated: positions and pointers are looked up in the
 * parser when something is wrong. Not thread-safe: one reader per document.
 */
public final class JsonReader implements Closeable {
    /** More violations of one document are found when asked for; then their place is told from the object asked. */
    static final int MAX_PLACES = 1_000;

    private static final int MASK_SIZE = 64;
    private static final int ONLY_NULLS_BITS = 6;
    private static final int ONLY_NULLS = 1 << ONLY_NULLS_BITS;
    /** Multiplying by it spreads the masks over the slots. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** How many values are read between two checkpoints; a power of two. */
    private static final int CHECKPOINT = 1 << 12;

    private static final Violation DISCARDED = Violation.of("", "not kept", "");

    private final DocumentText text;
    private final Utf8Parser parser;
    /** Null if there is none. */
    private final @Nullable HeapBudget budget;

    private final boolean isCompact;
    /** Turns a place in what is read into one in the document that it is a part of; null if it is no part. */
    private final @Nullable UnaryOperator<String> places;

    private final Runnable checkpoint;
    private final FieldOrders orders = new FieldOrders();

    /** What the current object has beside readable known fields; null as long as there is nothing. */
    private @Nullable LeftoversBuilder leftovers;

    /** The field that holds the map that is being read; the names within a map are not fields of the object. */
    private @Nullable String mapField;

    /** Which nullable fields of the current object were null, by their numbers; the first 63 of them. */
    private long nulls;
    /** The names of the fields of the current object. */
    private FieldNames names = FieldNames.of();
    /** What objects had that had null fields and nothing else beside readable known ones: most have one of a few masks. */
    private final @Nullable Leftovers[] onlyNulls = new Leftovers[ONLY_NULLS];

    private final @Nullable FieldNames[] namesOfOnlyNulls = new FieldNames[ONLY_NULLS];
    private final long[] masksOfOnlyNulls = new long[ONLY_NULLS];
    private final Map<ModelCodec<?>, GeneratedModel> empties = new HashMap<>();
    private boolean isForMapper;
    /** How many fields of the current object came. */
    private int fields;
    /** How many violations may still be noted with their place. */
    private int placesLeft = MAX_PLACES;
    /** Where the current object starts, for a compact reader. */
    private int start;

    private int ticks;
    private int discarded;

    private JsonReader(
            byte[] json,
            @Nullable HeapBudget budget,
            boolean isCompact,
            @Nullable UnaryOperator<String> places,
            Runnable checkpoint)
            throws IOException {
        this.text = new DocumentText(json);
        this.budget = budget;
        this.isCompact = isCompact;
        this.places = places;
        this.checkpoint = checkpoint;
        this.parser = text.parser();
    }

    /** Returns a reader that ends with {@link HeapBudget.ExceededException} when the values take too much memory. */
    static JsonReader of(byte[] json, @Nullable UnaryOperator<String> places, Runnable checkpoint) throws IOException {
        return new JsonReader(json, new HeapBudget(json.length), false, places, checkpoint);
    }

    /** Returns a reader that keeps lists, maps and unknown fields as JSON. */
    static JsonReader compact(byte[] json, @Nullable UnaryOperator<String> places, Runnable checkpoint)
            throws IOException {
        return new JsonReader(json, null, true, places, checkpoint);
    }

    /** Returns a reader of what was read before. */
    static JsonReader withoutBudget(byte[] json) throws IOException {
        return new JsonReader(json, null, false, null, () -> {});
    }

    <T> T readDocument(ValueCodec<T> codec) throws IOException {
        if (parser.nextToken() == null) {
            throw new MalformedJsonException("The text is empty.");
        }
        if (codec instanceof ModelCodec<?> && !parser.hasToken(JsonToken.START_OBJECT)) {
            // Not read as it would be within an object, because that keeps the whole text.
            throw new MalformedJsonException("The text is not a JSON object.");
        }
        T value = codec.read(this);
        if (value == null || leftovers != null) {
            // There is no object around it that could go without this value.
            throw new MalformedJsonException("The text is " + (leftovers == null ? "null." : leftovers.reasons()));
        }
        if (parser.nextToken() != null) {
            throw new MalformedJsonException("The text goes on after its value.");
        }
        return value;
    }

    /** Reads an object for a mapper, which gets a number beyond all bounds as text. */
    Map<String, Object> readPlainDocument() throws IOException {
        isForMapper = true;
        parser.nextToken();
        return PlainValues.readObject(this);
    }

    /** Reads an object. Anything else becomes an object that has no readable field. */
    <T extends GeneratedModel> T readObject(ModelCodec<T> codec) throws IOException {
        LeftoversBuilder outerLeftovers = leftovers;
        String outerMapField = mapField;
        long outerNulls = nulls;
        FieldNames outerNames = names;
        mapField = null;
        nulls = 0;
        names = codec.fields();
        leftovers = parser.hasToken(JsonToken.START_OBJECT) ? null : new LeftoversBuilder(capture("not an object"));
        int outerFields = fields;
        fields = 0;
        int outerStart = start;
        start = isCompact ? position() : 0;
        T value = codec.readFields(this);
        if (fields == 0 && value.leftovers.isNone()) {
            value = empty(codec, value);
        } else {
            charge(HeapBudget.OBJECT + Integer.BYTES * (names.unknown() - 1));
        }
        fields = outerFields;
        start = outerStart;
        leftovers = outerLeftovers;
        mapField = outerMapField;
        nulls = outerNulls;
        names = outerNames;
        return value;
    }

    /** Moves to the value of the field after the latest, and returns its number, or {@link FieldNames#NONE}. */
    public int nextField(FieldNames names, int latest) throws IOException {
        if (leftovers != null && leftovers.isWhole()) {
            return NONE;
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL && latest != NONE && names.isNullable(latest)) {
            noteNull(names, latest);
        }
        int next = orders.of(names).next(parser, latest);
        if (next != NONE) {
            tick();
            fields++;
            if (nulls != 0 && next < MASK_SIZE) {
                nulls &= ~(1L << next);
            }
            if (leftovers != null) {
                // Of duplicate fields the last one counts, as in most JSON libraries.
                leftovers.forget(parser.currentName());
            }
            parser.nextToken();
        }
        return next;
    }

    /** Objects without any field are one. */
    @SuppressWarnings("unchecked") // By its codec.
    private <T extends GeneratedModel> T empty(ModelCodec<T> codec, T value) {
        return (T) empties.computeIfAbsent(codec, key -> value);
    }

    private void noteNull(FieldNames names, int field) {
        if (field < MASK_SIZE) {
            nulls |= 1L << field;
        } else {
            collect().noteNull(names.text(field));
        }
    }

    /** Keeps the value of a field that the model does not know; null is the same as absent. */
    public void keepUnknown() throws IOException {
        Object value = PlainValues.read(this);
        if (isCompact) {
            collect().keepCompact();
        } else if (value != null) {
            charge(HeapBudget.ENTRY);
            collect().keep(name(), value);
        }
    }

    /** Notes a violation if a required field of the object that ends here has no value. */
    public void require(String field, @Nullable Object value) {
        // Not charged: there are few.
        if (value == null && placesLeft > 0 && discarded == 0) {
            placesLeft--;
            LeftoversBuilder here = collect();
            if (here.pointer == null) {
                here.pointer = pointer();
            }
            here.missing(field, here.pointer);
        }
    }

    /** Returns what the object that ends here had beside readable known fields. */
    public Leftovers leftovers() {
        if (leftovers != null && leftovers.isCompact() && discarded == 0) {
            FieldNames known = names;
            leftovers.keepCompact(new CompactMap<>(
                    compactText(),
                    start,
                    position() + 1,
                    pointer(),
                    Codecs.mapWithNulls(Codecs.OBJECT),
                    field -> field.getValue() == null || known.number(field.getKey()) != known.unknown()));
        }
        if (nulls == 0) {
            return leftovers == null ? Leftovers.NONE : leftovers.build();
        }
        if (leftovers == null) {
            return onlyNulls();
        }
        for (int field = 1; field < MASK_SIZE; field++) {
            if ((nulls & 1L << field) != 0) {
                leftovers.noteNull(names.text(field));
            }
        }
        return leftovers.build();
    }

    private Leftovers onlyNulls() {
        int slot = (int) (nulls * SPREAD >>> Long.SIZE - ONLY_NULLS_BITS);
        Leftovers known = onlyNulls[slot];
        if (known != null && nulls == masksOfOnlyNulls[slot] && names.equals(namesOfOnlyNulls[slot])) {
            return known;
        }
        Set<String> found = new LinkedHashSet<>();
        for (int field = 1; field < MASK_SIZE; field++) {
            if ((nulls & 1L << field) != 0) {
                found.add(names.text(field));
            }
        }
        Leftovers made = Leftovers.of(Map.of(), Map.of(), found, null);
        onlyNulls[slot] = made;
        namesOfOnlyNulls[slot] = names;
        masksOfOnlyNulls[slot] = nulls;
        return made;
    }

    Utf8Parser parser() {
        return parser;
    }

    boolean isForMapper() {
        return isForMapper;
    }

    /** Returns the current text. */
    String text() throws IOException {
        String value = parser.locatePlain() ? parser.plainText() : parser.getText();
        charge(HeapBudget.TEXT + value.length());
        return value;
    }

    /** Notes that values take so many bytes. */
    void charge(int bytes) {
        tick();
        if (budget != null) {
            budget.charge(bytes);
        }
    }

    private void tick() {
        if ((++ticks & CHECKPOINT - 1) == 0) {
            checkpoint.run();
        }
    }

    /** Whether the value that starts here is to be kept as JSON. A part that is read is not kept as the same part again. */
    boolean isCompact() {
        return isCompact
                && !(places != null && parser.getParsingContext().getParent().inRoot());
    }

    /** Reads an element of a list or map, which says itself what is wrong with it if it is an object. */
    <T> @Nullable T readElement(ValueCodec<T> codec, boolean isCompact) throws IOException {
        if (!isCompact || !(codec instanceof ModelCodec<?>)) {
            return codec.readElement(this);
        }
        // Only looked at: it is kept as JSON.
        discarded++;
        T value = codec.readElement(this);
        discarded--;
        return value;
    }

    CompactText compactText() {
        return new CompactText(text.json(), places);
    }

    /** Returns the position of the current token in all bytes. */
    int position() {
        return text.position();
    }

    /** Returns the place of the value that ends here. */
    String pointer() {
        return discarded > 0
                ? ""
                : placeOf(parser.getParsingContext().pathAsPointer().toString());
    }

    private String placeOf(String pointer) {
        return places == null ? pointer : places.apply(pointer);
    }

    /** Returns whether an object starts here; notes a violation if something other than an object or null does. */
    boolean startsObject() throws IOException {
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            return true;
        }
        rejectUnlessNull("not an object");
        return false;
    }

    /** Notes that the current value is not of the right kind, unless it is null: null is the same as absent. */
    void rejectUnlessNull(String reason) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_NULL)) {
            reject(reason);
        }
    }

    /** Notes that the current value cannot be read, and skips it. */
    void reject(String reason) throws IOException {
        collect().unreadable(name(), capture(reason));
    }

    private UnreadableValue capture(String reason) throws IOException {
        if (discarded > 0) {
            parser.skipChildren();
            return new UnreadableValue(DISCARDED, "");
        }
        UnreadableValue value = text.capture(reason, this::placeOf);
        int length = value.json() == null ? 0 : value.json().length();
        charge(HeapBudget.VIOLATION + length + Math.min(length, HeapBudget.VIOLATION));
        return value;
    }

    /** Extends the noted text of the current field, so that it starts at an earlier token and ends here. */
    void widen(long from) throws IOException {
        if (discarded > 0) {
            return;
        }
        collect().widen(name(), text.since(from));
    }

    /** Says that a map starts here; returns what to hand to {@link #leaveMap}. */
    @Nullable
    String enterMap() {
        String outer = mapField;
        mapField = name();
        return outer;
    }

    void leaveMap(@Nullable String outer) {
        mapField = outer;
    }

    boolean isUnreadable() {
        return leftovers != null && leftovers.isUnreadable(name());
    }

    /** Returns the position of the current token in the document. */
    long tokenStart() {
        return text.tokenStart();
    }

    /**
     * Returns the field of the current object that is being read, or an empty text if no object is around the value. The
     * parser knows it too; a copy would cost time.
     */
    private String name() {
        if (mapField != null) {
            return mapField;
        }
        JsonStreamContext context = parser.getParsingContext();
        while (context.getCurrentName() == null && !context.inRoot()) {
            context = context.getParent();
        }
        return context.inRoot() ? "" : context.getCurrentName();
    }

    private LeftoversBuilder collect() {
        if (leftovers == null) {
            charge(HeapBudget.LEFTOVERS);
            leftovers = new LeftoversBuilder(null);
        }
        return leftovers;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
