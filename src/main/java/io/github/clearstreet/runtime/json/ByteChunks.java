package io.github.clearstreet.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one document: in one piece, or, if it is large, in chunks of one size. A reader of chunks lets them go one after
 * another, so that a large document and its values are never in memory together. Nobody changes the bytes. Not thread-safe.
 */
public final class ByteChunks {
    /** The size of each chunk but the last one, whose end may be unused. */
    public static final int SIZE = 1 << 16;

    private static final int SHIFT = 16;

    private final byte[] @Nullable [] chunks;
    private final int length;

    private ByteChunks(byte[][] chunks, int length) {
        this.chunks = chunks;
        this.length = length;
    }

    /** Returns a document in one piece, which is not copied. */
    public static ByteChunks of(byte[] bytes) {
        return new ByteChunks(new byte[][] {bytes}, bytes.length);
    }

    /** Returns a document in chunks, which are not copied. */
    public static ByteChunks of(List<byte[]> chunks, int length) {
        return new ByteChunks(chunks.toArray(byte[][]::new), length);
    }

    /** Returns the number of all bytes. */
    public int length() {
        return length;
    }

    /** Returns whether all is in one piece: then nothing is let go. */
    public boolean isWhole() {
        return chunks.length == 1;
    }

    /** Returns whether a chunk was not let go. */
    boolean isHere(int number) {
        return chunks[number] != null;
    }

    /** Returns one byte that was not let go. */
    public byte at(int index) {
        return isWhole() ? chunk(0)[index] : chunk(index >> SHIFT)[index & SIZE - 1];
    }

    /** Returns all bytes, of which none was let go; not copied if they are in one piece. */
    public byte[] toArray() {
        return isWhole() && chunk(0).length == length ? chunk(0) : range(0, length);
    }

    /** Returns the number of chunks. */
    public int count() {
        return chunks.length;
    }

    /** Returns one chunk, which was not let go; the last one may have more room than bytes. */
    public byte[] chunk(int number) {
        return Objects.requireNonNull(chunks[number], "let go");
    }

    String text(int from, int to) {
        return isWhole()
                ? new String(chunk(0), from, to - from, StandardCharsets.UTF_8)
                : new String(range(from, to), StandardCharsets.UTF_8);
    }

    byte[] range(int from, int to) {
        if (isWhole()) {
            return Arrays.copyOfRange(chunk(0), from, to);
        }
        byte[] range = new byte[to - from];
        copyAll(from, to, range, 0);
        return range;
    }

    void copyAll(int from, int to, byte[] into, int offset) {
        for (int at = from; at < to; ) {
            at += copy(at, into, offset + at - from, to - at);
        }
    }

    /** Lets the chunks go that lie between two places. */
    void release(int from, int to) {
        for (int i = to / SIZE - 1; i >= (from + SIZE - 1) / SIZE && chunks[i] != null; i--) {
            chunks[i] = null;
        }
    }

    /** Copies up to the end of a chunk; returns how many bytes that were. */
    int copy(int from, byte[] into, int offset, int wanted) {
        int inChunk = isWhole() ? from : from & SIZE - 1;
        int copied = isWhole() ? wanted : Math.min(wanted, SIZE - inChunk);
        System.arraycopy(chunk(isWhole() ? 0 : from >> SHIFT), inChunk, into, offset, copied);
        return copied;
    }

    /** Returns the size, never the content. */
    @Override
    public String toString() {
        return length + " bytes";
    }
}
