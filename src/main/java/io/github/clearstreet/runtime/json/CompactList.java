package io.github.clearstreet.runtime.json;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list that keeps its JSON, and reads elements when they are asked for: some together, because one by one would take longer.
 * All of them have been read once, so none of them fails. Unmodifiable and thread-safe.
 */
final class CompactList<T> extends AbstractList<T> {
    static final int CHUNK = 16;

    private final CompactText text;
    /** Where each chunk starts, and at last where the list ends. */
    private final int[] starts;

    private final int size;
    private final String pointer;
    private final ValueCodec<List<T>> codec;
    /** What was read when last asked for, as long as the collector has no need of the memory. */
    private volatile @Nullable Reference<Chunk<T>> latest;

    private CompactList(CompactText text, int[] starts, int size, String pointer, ValueCodec<List<T>> codec) {
        this.text = text;
        this.starts = starts;
        this.size = size;
        this.pointer = pointer;
        this.codec = codec;
    }

    /** Collects where the chunks start. */
    static final class Places {
        private int[] starts = new int[2];
        private int length;
        private int size;

        /** Notes that an element starts. */
        void element(JsonReader in) {
            if (size++ % CHUNK == 0) {
                add(in.position());
            }
        }

        private void add(int position) {
            if (length == starts.length) {
                starts = Arrays.copyOf(starts, length + (length >> 1) + 1);
            }
            starts[length++] = position;
        }

        /** Makes the list; its end is the current token. */
        <T> List<T> list(JsonReader in, ValueCodec<List<T>> codec) {
            if (size == 0) {
                return List.of();
            }
            add(in.position());
            return new CompactList<>(in.compactText(), Arrays.copyOf(starts, length), size, in.localPointer(), codec);
        }
    }

    private List<T> chunk(int number) {
        Reference<Chunk<T>> read = latest;
        Chunk<T> known = read == null ? null : read.get();
        if (known == null || known.number != number) {
            int end = text.endBefore(starts[number + 1]);
            known = new Chunk<>(number, text.readElements(codec, starts[number], end, pointer, number * CHUNK));
            latest = new WeakReference<>(known);
        }
        return known.elements;
    }

    private record Chunk<T>(int number, List<T> elements) {}

    @Override
    public T get(int index) {
        return chunk(Objects.checkIndex(index, size) / CHUNK).get(index % CHUNK);
    }

    @Override
    public int size() {
        return size;
    }
}
