package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file to be sent in a form: what it is called, what it is, and its bytes. Immutable. */
public final class FileContent {
    /** What a file is if nobody says more. */
    static final String BYTES = "application/octet-stream";

    private final String fileName;
    private final String mediaType;
    private final byte[] bytes;

    private FileContent(String fileName, String mediaType, byte[] bytes) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /**
     * Takes a copy of the bytes, as what the document says, otherwise {@code application/octet-stream}.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public static FileContent of(String fileName, byte[] bytes) {
        if (fileName.isBlank()) {
            throw new IllegalArgumentException(
                    "A file needs a name: servers take a part without one for a plain field.");
        }
        return new FileContent(fileName, BYTES, bytes.clone());
    }

    /** Reads a file whole, under its own name. */
    public static FileContent of(Path file) throws IOException {
        return of(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    /**
     * Returns the same file with another media type, for example {@code application/pdf}.
     *
     * @throws IllegalArgumentException if the media type has characters that would end a header
     */
    public FileContent withMediaType(String mediaType) {
        if (!mediaType.matches("[\\x20-\\x7E]+/[\\x20-\\x7E]+")) {
            throw new IllegalArgumentException("A media type looks like application/pdf, but this one does not.");
        }
        return new FileContent(fileName, mediaType, bytes);
    }

    /** Returns the name, for the server. */
    public String fileName() {
        return fileName;
    }

    /** Returns the media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileContent that
                && fileName.equals(that.fileName)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * fileName.hashCode() + Arrays.hashCode(bytes);
    }

    /** Returns the name, the media type and the size, never the content. */
    @Override
    public String toString() {
        return Printable.text(fileName + " (" + mediaType) + ", " + bytes.length + " bytes)";
    }
}
