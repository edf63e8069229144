package io.github.clearstreet.runtime.json;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * The list of models that most of a large document is. The JSON of an element is let go as soon as the element is read: at
 * the end the document is gone and its values are there. Nothing asks for the text of a whole list of models, because
 * each unreadable element keeps its own; but the document may have to be read again (see {@link HeapBudget}): then the elements are
 * written first.
 */
final class LargeList<T> {
    /** So many are written together. */
    private static final int BATCH = 1_000;

    private final ByteChunks json;
    private final ValueCodec<List<T>> codec;
    /** Those that were read. */
    private final List<T> elements;
    /** Where the list begins, after its bracket. */
    private final int start;
    /** Where the element that is being read starts, or the end of the list. */
    private int reached;

    LargeList(ByteChunks json, ValueCodec<List<T>> codec, List<T> elements, int start) {
        this.json = json;
        this.codec = codec;
        this.elements = elements;
        this.start = start;
        this.reached = start;
    }

    /** Notes that everything before the position is among the elements. */
    void reach(int position) {
        reached = position;
        json.release(start, position);
    }

    /**
     * Returns the document with the elements written again: equal, though not to the letter. They go while they are written, for
     * they take all the memory that there may be.
     */
    byte[] restored() {
        Queue<byte[]> parts = new ArrayDeque<>();
        int written = start;
        for (int from = 0; from < elements.size(); from += BATCH) {
            List<T> batch = elements.subList(from, Math.min(from + BATCH, elements.size()));
            byte[] part = Documents.write(out -> codec.write(batch, out));
            letGo(batch);
            parts.add(part);
            written += part.length - 1; // without its brackets, and with a comma
        }
        if (!parts.isEmpty() && json.at(reached) == ']') {
            written--;
        }
        byte[] restored = new byte[written + json.length() - reached];
        json.copyAll(0, start, restored, 0);
        int at = start;
        for (byte[] part = parts.poll(); part != null; part = parts.poll()) {
            System.arraycopy(part, 1, restored, at, part.length - 2);
            at += part.length - 2;
            if (at < written) {
                restored[at++] = ',';
            }
        }
        json.copyAll(reached, json.length(), restored, written);
        return restored;
    }

    @SuppressWarnings("NullAway") // The list is of no use any more.
    private static <T> void letGo(List<T> elements) {
        elements.replaceAll(element -> null);
    }
}
