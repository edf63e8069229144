package io.github.clearstreet.runtime.json;

import java.io.InputStream;

/** Feeds a parser with a document in chunks. */
final class ChunkStream extends InputStream {
    private final ByteChunks json;
    private int position;

    private ChunkStream(ByteChunks json, int start) {
        this.json = json;
        this.position = start;
    }

    /** Not a constructor, so that this class is loaded for large documents only. */
    static InputStream of(ByteChunks json, int start) {
        return new ChunkStream(json, start);
    }

    @Override
    public int read() {
        return position == json.length() ? -1 : json.at(position++) & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) {
        if (position == json.length()) {
            return -1;
        }
        int copied = json.copy(position, into, offset, Math.min(wanted, json.length() - position));
        position += copied;
        return copied;
    }
}
