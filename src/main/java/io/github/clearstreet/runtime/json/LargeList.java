package io.github.clearstreet.runtime.json;

import java.util.List;

/**
 * The list of models that most of a large document is. The JSON of an element is let go as soon as the element is read: at
 * the end the document is gone and its values are there. Nothing asks for the text of a whole list of models, because
 * each unreadable element keeps its own; but the document may have to be read again (see {@link HeapBudget}): then the elements are
 * written first.
 */
final class LargeList<T> {
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

    /** Returns the document with the elements written again: equal, though not to the letter. */
    byte[] restored() {
        byte[] list = Documents.write(out -> codec.write(elements, out));
        boolean goesOn = !elements.isEmpty() && json.at(reached) != ']';
        byte[] restored = new byte[start + list.length - 2 + (goesOn ? 1 : 0) + json.length() - reached];
        System.arraycopy(json.range(0, start), 0, restored, 0, start);
        System.arraycopy(list, 1, restored, start, list.length - 2);
        int rest = start + list.length - 2;
        if (goesOn) {
            restored[rest++] = ',';
        }
        System.arraycopy(json.range(reached, json.length()), 0, restored, rest, json.length() - reached);
        return restored;
    }
}
