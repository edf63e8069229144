package io.github.clearstreet.runtime.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Documents in chunks. */
public final class Chunked {
    private Chunked() {}

    public static ByteChunks of(byte[] bytes) {
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += ByteChunks.SIZE) {
            chunks.add(Arrays.copyOfRange(bytes, from, from + ByteChunks.SIZE));
        }
        return ByteChunks.of(chunks, bytes.length);
    }
}
