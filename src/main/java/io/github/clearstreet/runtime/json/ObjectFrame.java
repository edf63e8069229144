package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One of the objects that are being read, each within another: what it has beside readable known fields, as far as it was read.
 * Frames are used again for the next object at the same depth, so that reading makes no garbage. Not thread-safe.
 */
final class ObjectFrame {
    private static final FieldNames NO_NAMES = FieldNames.of();

    private final @Nullable ObjectFrame outer;
    private @Nullable ObjectFrame inner;
    private FieldNames names = NO_NAMES;
    /** Null as long as there is nothing. */
    private @Nullable LeftoversBuilder leftovers;
    /** The field that holds the map that is being read; the names within a map are not fields of the object. */
    private @Nullable String mapField;
    /** Which nullable fields were null: see {@link NullFields}. */
    private long nulls;

    private int fields;
    private int start;

    private ObjectFrame(@Nullable ObjectFrame outer) {
        this.outer = outer;
    }

    /** Returns the frame of what is in no object. */
    static ObjectFrame ofDocument() {
        return new ObjectFrame(null);
    }

    /** Begins an object that starts at a position of the document. */
    ObjectFrame enter(FieldNames namesOfInner, int position) {
        ObjectFrame entered = inner;
        if (entered == null) {
            entered = new ObjectFrame(this);
            inner = entered;
        }
        entered.names = namesOfInner;
        entered.leftovers = null;
        entered.mapField = null;
        entered.nulls = 0;
        entered.fields = 0;
        entered.start = position;
        return entered;
    }

    ObjectFrame leave() {
        leftovers = null;
        return outer == null ? this : outer;
    }

    /** True if nothing but one object or nothing at all is around a list: it is the document, or a field of its object. */
    boolean holdsAlone(JsonStreamContext list) {
        JsonStreamContext around = list.getParent();
        return outer == null
                ? around.inRoot()
                : outer.outer == null
                        && mapField == null
                        && around.inObject()
                        && around.getParent().inRoot();
    }

    FieldNames names() {
        return names;
    }

    int start() {
        return start;
    }

    /** True if no field came. */
    boolean isEmpty() {
        return fields == 0;
    }

    /** True if there is no object at all, but another value in its place. */
    boolean isWhole() {
        return leftovers != null && leftovers.isWhole();
    }

    @Nullable
    LeftoversBuilder leftovers() {
        return leftovers;
    }

    void begin(LeftoversBuilder collected) {
        leftovers = collected;
    }

    /** Notes that a field comes. Of duplicate fields the last one counts, as in most JSON libraries. */
    void field(int number, Utf8Parser parser) throws IOException {
        fields++;
        if (nulls != 0 && number < NullFields.MASK_SIZE) {
            nulls &= ~(1L << number);
        }
        if (leftovers != null) {
            leftovers.forget(parser.currentName());
        }
    }

    /** Notes that a nullable field is null; false if it has no bit for it. */
    boolean noteNull(int number) {
        if (number >= NullFields.MASK_SIZE) {
            return false;
        }
        nulls |= 1L << number;
        return true;
    }

    Leftovers build(NullFields nullFields) {
        LeftoversBuilder collected = leftovers;
        if (collected == null) {
            return nulls == 0 ? Leftovers.NONE : nullFields.only(nulls, names);
        }
        NullFields.forEach(nulls, names, collected::noteNull);
        return collected.build();
    }

    @Nullable
    String enterMap(String field) {
        String outerField = mapField;
        mapField = field;
        return outerField;
    }

    void leaveMap(@Nullable String outerField) {
        mapField = outerField;
    }

    /**
     * Returns the field that is being read, or an empty text if no object is around the value. The parser knows it too; a copy
     * would cost time.
     */
    String field(JsonStreamContext place) {
        if (mapField != null) {
            return mapField;
        }
        JsonStreamContext context = place;
        while (context.getCurrentName() == null && !context.inRoot()) {
            context = context.getParent();
        }
        return context.inRoot() ? "" : context.getCurrentName();
    }
}
