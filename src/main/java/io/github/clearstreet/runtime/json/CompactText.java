package io.github.clearstreet.runtime.json;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A document whose values would take many times its own room, and that is therefore kept as it came. Immutable and
 * thread-safe.
 *
 * @param json the whole document, not copied; nobody changes it
 * @param places turns a JSON Pointer within the text into one within the document that it is a part of; null if it is no part
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, from the reader.
record CompactText(byte[] json, @Nullable UnaryOperator<String> places) {
    /** Reads the part of the document that holds one value. */
    <T> T read(ValueCodec<T> codec, int from, int to, String pointer) {
        return Documents.read(codec, Arrays.copyOfRange(json, from, to), place -> placeOf(pointer + place));
    }

    /** Reads some elements of a list, from the first byte of the first to the last of the last, as a list. */
    <T> T readElements(ValueCodec<T> codec, int from, int to, String pointer, int first) {
        byte[] part = new byte[to - from + 2];
        part[0] = '[';
        System.arraycopy(json, from, part, 1, to - from);
        part[part.length - 1] = ']';
        return Documents.read(codec, part, place -> placeOf(pointer + moved(place, first)));
    }

    private String placeOf(String place) {
        return places == null ? place : places.apply(place);
    }

    /** Counts the elements from the beginning of the whole list. */
    private static String moved(String place, int first) {
        int end = place.indexOf('/', 1) < 0 ? place.length() : place.indexOf('/', 1);
        return place.isEmpty()
                ? place
                : "/" + (Integer.parseInt(place.substring(1, end)) + first) + place.substring(end);
    }

    /** Returns the end of the element before the position, without the comma and the space between them. */
    int endBefore(int position) {
        int end = position;
        while (isSpace(json[end - 1])) {
            end--;
        }
        if (json[end - 1] == ',') {
            end--;
        }
        return end;
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    /** Returns the size, never the content. */
    @Override
    public String toString() {
        return json.length + " bytes of JSON";
    }
}
