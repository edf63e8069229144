package io.github.clearstreet.runtime.json;

import static io.github.clearstreet.runtime.json.FieldNames.NONE;

import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final DocumentText text;
    private final Utf8Parser parser;
    private final HeapBudget budget;
    private final boolean isCompact;
    private final FieldOrders orders = new FieldOrders();
    private final NullFields nullFields = new NullFields();
    private final Map<ModelCodec<?>, GeneratedModel> empties = new HashMap<>();
    private ObjectFrame frame = ObjectFrame.ofDocument();
    private @Nullable LargeList<?> largeList;
    private boolean isForMapper;
    /** How many violations may still be noted with their place. */
    private int placesLeft = MAX_PLACES;

    private JsonReader(DocumentText text, HeapBudget budget, boolean isCompact) {
        this.text = text;
        this.parser = text.parser();
        this.budget = budget;
        this.isCompact = isCompact;
    }

    /** Returns a reader that ends with {@link HeapBudget.ExceededException} when the values take too much memory. */
    static JsonReader of(byte[] json, @Nullable UnaryOperator<String> places, Runnable checkpoint) throws IOException {
        return new JsonReader(
                new DocumentText(ByteChunks.of(json), places), HeapBudget.of(json.length, checkpoint), false);
    }

    /** Returns a reader as {@link #of} does, which lets the document go while it is read. */
    static JsonReader ofChunks(ByteChunks json, Runnable checkpoint) throws IOException {
        return new JsonReader(new DocumentText(json, null), HeapBudget.of(json.length(), checkpoint), false);
    }

    /** Returns a reader that keeps lists, maps and unknown fields as JSON. */
    static JsonReader compact(byte[] json, @Nullable UnaryOperator<String> places, Runnable checkpoint)
            throws IOException {
        return new JsonReader(new DocumentText(ByteChunks.of(json), places), HeapBudget.unlimited(checkpoint), true);
    }

    /** Returns a reader of what was read before. */
    static JsonReader withoutBudget(byte[] json) throws IOException {
        return new JsonReader(new DocumentText(ByteChunks.of(json), null), HeapBudget.unlimited(() -> {}), false);
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
        LeftoversBuilder leftovers = frame.leftovers();
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
        ObjectFrame outer = frame;
        boolean isObject = parser.hasToken(JsonToken.START_OBJECT);
        LeftoversBuilder whole = isObject ? null : new LeftoversBuilder(capture("not an object"));
        frame = outer.enter(codec.fields(), isCompact ? position() : 0);
        if (whole != null) {
            frame.begin(whole);
        }
        T value = codec.readFields(this);
        if (frame.isEmpty() && value.leftovers.isNone()) {
            value = empty(codec, value);
        } else {
            charge(HeapBudget.OBJECT + Integer.BYTES * (frame.names().unknown() - 1));
        }
        frame = frame.leave();
        return value;
    }

    /** Moves to the value of the field after the latest, and returns its number, or {@link FieldNames#NONE}. */
    public int nextField(FieldNames names, int latest) throws IOException {
        if (frame.isWhole()) {
            return NONE;
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL
                && latest != NONE
                && names.isNullable(latest)
                && !frame.noteNull(latest)) {
            collect().noteNull(names.text(latest));
        }
        int next = orders.of(names).next(parser, latest);
        if (next != NONE) {
            budget.count();
            frame.field(next, parser);
            parser.nextToken();
        }
        return next;
    }

    /** Objects without any field are one. */
    @SuppressWarnings("unchecked") // By its codec.
    private <T extends GeneratedModel> T empty(ModelCodec<T> codec, T value) {
        return (T) empties.computeIfAbsent(codec, key -> value);
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
        if (value == null && placesLeft > 0 && !text.isDiscarding()) {
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
        LeftoversBuilder leftovers = frame.leftovers();
        if (leftovers != null && leftovers.isCompact() && !text.isDiscarding()) {
            FieldNames known = frame.names();
            leftovers.keepCompact(new CompactMap<>(
                    compactText(),
                    frame.start(),
                    position() + 1,
                    text.localPointer(),
                    Codecs.mapWithNulls(Codecs.OBJECT),
                    field -> field.getValue() == null || known.number(field.getKey()) != known.unknown()));
        }
        return frame.build(nullFields);
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
        budget.charge(bytes);
    }

    /** Whether the value that starts here is to be kept as JSON. A part that is read is not kept as the same part again. */
    boolean isCompact() {
        return isCompact && !text.isPartItself();
    }

    /** Reads an element of a list or map, which says itself what is wrong with it if it is an object. */
    <T> @Nullable T readElement(ValueCodec<T> codec, boolean isCompact) throws IOException {
        if (!isCompact || !(codec instanceof ModelCodec<?>)) {
            return codec.readElement(this);
        }
        // Only looked at: it is kept as JSON.
        text.discard();
        T value = codec.readElement(this);
        text.endDiscarding();
        return value;
    }

    CompactText compactText() {
        return text.compact();
    }

    /** Returns the position of the current token in all bytes. */
    int position() {
        return text.position();
    }

    /** Returns the place of the value that ends here. */
    String pointer() {
        return text.pointer();
    }

    /** Returns its place in {@link #compactText()}. */
    String localPointer() {
        return text.localPointer();
    }

    /** Returns whether an object starts here; notes a violation if something other than an object or null does. */
    boolean startsObject() throws IOException {
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            return true;
        }
        rejectUnlessNull("not an object");
        return false;
    }

    /**
     * Says that a list of models starts at the current token.
     *
     * @return what lets the JSON of its elements go; null if it has to stay
     */
    <T> @Nullable LargeList<T> enterList(ListCodec<T> codec, List<T> elements) {
        if (text.json().isWhole() || largeList != null || !frame.holdsAlone(parser.getParsingContext())) {
            return null;
        }
        LargeList<T> entered = new LargeList<>(text.json(), codec, elements, position() + 1);
        largeList = entered;
        return entered;
    }

    /** Returns the whole document, what was let go written again. */
    byte[] restored() {
        return largeList == null ? text.json().toArray() : largeList.restored();
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
        UnreadableValue value = text.capture(reason);
        if (!text.isDiscarding()) {
            int length = value.json() == null ? 0 : value.json().length();
            charge(HeapBudget.VIOLATION + length + Math.min(length, HeapBudget.VIOLATION));
        }
        return value;
    }

    /** Extends the noted text of the current field, so that it starts at an earlier token and ends here. */
    void widen(long from) throws IOException {
        if (!text.isDiscarding()) {
            collect().widen(name(), text.since(from));
        }
    }

    /** Says that a map starts here; returns what to hand to {@link #leaveMap}. */
    @Nullable
    String enterMap() {
        return frame.enterMap(name());
    }

    void leaveMap(@Nullable String outer) {
        frame.leaveMap(outer);
    }

    boolean isUnreadable() {
        LeftoversBuilder leftovers = frame.leftovers();
        return leftovers != null && leftovers.isUnreadable(name());
    }

    /** Returns the position of the current token in the document. */
    long tokenStart() {
        return text.tokenStart();
    }

    private String name() {
        return frame.field(parser.getParsingContext());
    }

    private LeftoversBuilder collect() {
        LeftoversBuilder leftovers = frame.leftovers();
        if (leftovers == null) {
            charge(HeapBudget.LEFTOVERS);
            leftovers = new LeftoversBuilder(null);
            frame.begin(leftovers);
        }
        return leftovers;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
