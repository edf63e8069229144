package io.github.clearstreet.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads complete lines of a file one after the other, whatever its size. Not thread-safe. */
final class LineReader {
    private static final int BLOCK = 1 << 16;

    private final RandomAccessFile file;
    private final long length;
    private byte[] bytes = new byte[0];
    private int start;
    private int end;
    private long next;
    private long offset;

    /** Reads from an offset to what is the end of the file now. */
    LineReader(RandomAccessFile file, long from) throws IOException {
        this.file = file;
        this.length = file.length();
        this.next = from;
        this.offset = from;
    }

    /** Where the next line begins. */
    long offset() {
        return offset;
    }

    /** Returns the next line without its break; null when what is left has none. */
    @Nullable
    String next() throws IOException {
        int searched = start;
        while (true) {
            for (int i = searched; i < end; i++) {
                if (bytes[i] == '\n') {
                    String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                    offset += i + 1 - start;
                    start = i + 1;
                    return line;
                }
            }
            searched = end - start;
            if (!readMore()) {
                return null;
            }
        }
    }

    /** Whether the file has nothing after the lines that were read. */
    boolean isAtEnd() {
        return offset == length;
    }

    /** Moves what is left to the front. */
    private boolean readMore() throws IOException {
        int count = (int) Math.min(BLOCK, length - next);
        if (count <= 0) {
            return false;
        }
        int kept = end - start;
        byte[] room = kept + count > bytes.length ? new byte[kept + count] : bytes;
        System.arraycopy(bytes, start, room, 0, kept);
        bytes = room;
        file.seek(next);
        file.readFully(bytes, kept, count);
        next += count;
        start = 0;
        end = kept + count;
        return true;
    }

    /** Returns the offset of the last line that begins with this text; negative if there is none. */
    static long lastLineThatBegins(RandomAccessFile file, String text) throws IOException {
        byte[] wanted = ("\n" + text).getBytes(StandardCharsets.UTF_8);
        byte[] block = new byte[BLOCK];
        for (long end = file.length(); end > 0; ) {
            long from = Math.max(0, end - BLOCK);
            int count = (int) (end - from);
            file.seek(from);
            file.readFully(block, 0, count);
            for (int i = count - wanted.length; i >= 0; i--) {
                if (Arrays.equals(block, i, i + wanted.length, wanted, 0, wanted.length)) {
                    return from + i + 1;
                }
            }
            if (from == 0) {
                break;
            }
            end = from + wanted.length - 1; // it may lie across two blocks
        }
        return -1;
    }
}
