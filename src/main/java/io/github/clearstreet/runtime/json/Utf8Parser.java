package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The parser of jackson-core, which also shows a text or number as the bytes that it came as. Most are short, ASCII and without
 * an escape: then they are read where they lie. The parser alone would copy them to characters first, and those to the
 * bytes of a String.
 *
 * <p>Once a text was located, it must not be asked for as characters any more.
 */
final class Utf8Parser extends UTF8StreamJsonParser {
    /** Longer ones are the parser's, which also bounds them. */
    private static final int MAX_PLAIN = 256;

    /** No number and no timestamp is longer. */
    private static final int MAX_COPIED = 4_096;

    /** Of a document in chunks. */
    private static final int BUFFER = 16 * 1024;

    private static final byte NOT_ASCII = -1;
    private static final byte[] NOTHING = {};

    private byte[] bytes;
    private int from;
    private int length;
    /** Where the parser stands after the text that was located last: only there is it the current one. */
    private long locatedAt = -1;

    private byte[] copy = NOTHING;
    private final ShortTexts shortTexts = new ShortTexts();

    private Utf8Parser(IOContext context, int features, ByteQuadsCanonicalizer names, byte[] json, int start, int end) {
        super(context, features, null, null, names, json, start, end, 0, false);
        this.bytes = json;
    }

    private Utf8Parser(IOContext context, int features, ByteQuadsCanonicalizer names, InputStream json) {
        super(context, features, json, null, names, new byte[BUFFER], 0, 0, 0, false);
        this.bytes = NOTHING;
    }

    /** Makes parsers of documents. */
    static final class Factory extends JsonFactory {
        private static final long serialVersionUID = 1L;

        Factory(JsonFactoryBuilder builder) {
            super(builder);
        }

        Utf8Parser parser(ByteChunks json, int start) throws IOException {
            return (Utf8Parser)
                    (json.isWhole()
                            ? createParser(json.toArray(), start, json.length() - start)
                            : createParser(ChunkStream.of(json, start)));
        }

        @Override
        protected JsonParser _createParser(byte[] json, int start, int length, IOContext context) {
            ByteQuadsCanonicalizer names = _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures);
            return new Utf8Parser(context, _parserFeatures, names, json, start, start + length);
        }

        @Override
        protected JsonParser _createParser(InputStream json, IOContext context) {
            ByteQuadsCanonicalizer names = _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures);
            return new Utf8Parser(context, _parserFeatures, names, json);
        }
    }

    /**
     * Locates the current text or number: {@link #bytes}, from {@link #from} on, so many as {@link #length} says. One that is far
     * too long for a number or a timestamp is empty here.
     */
    void locate() throws IOException {
        if (!locatePlain()) {
            copyCharacters();
        }
    }

    /** As {@link #locate}, but only if the current value is a short plain text; false otherwise. */
    boolean locatePlain() {
        if (_currToken != JsonToken.VALUE_STRING) {
            return false;
        }
        if (!_tokenIncomplete) {
            return locatedAt == _currInputProcessed + _inputPtr;
        }
        byte[] json = _inputBuffer;
        int start = _inputPtr;
        int limit = Math.min(_inputEnd, start + MAX_PLAIN);
        int at = start;
        while (at < limit && json[at] != '"') {
            if (json[at] < ' ' || json[at] == '\\') {
                return false; // Not ASCII is less than a space, too.
            }
            at++;
        }
        if (at == limit) {
            return false;
        }
        _tokenIncomplete = false;
        _inputPtr = at + 1;
        locatedAt = _currInputProcessed + _inputPtr;
        bytes = json;
        from = start;
        length = at - start;
        return true;
    }

    private void copyCharacters() throws IOException {
        from = 0;
        length = getTextLength();
        if (length > MAX_COPIED) {
            length = 0;
            return;
        }
        if (copy.length < length) {
            copy = new byte[Math.max(length, MAX_PLAIN)];
        }
        char[] characters = getTextCharacters();
        int offset = getTextOffset();
        for (int i = 0; i < length; i++) {
            char c = characters[offset + i];
            copy[i] = c <= Byte.MAX_VALUE ? (byte) c : NOT_ASCII;
        }
        bytes = copy;
    }

    /** The bytes that the located text is in. One that is not ASCII has negative bytes. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the located text begins. */
    int from() {
        return from;
    }

    /** How long the located text is. */
    int length() {
        return length;
    }

    /** Returns the text that {@link #locatePlain} located. */
    String plainText() {
        return length <= ShortTexts.MAX_LENGTH
                ? shortTexts.of(bytes, from, length)
                : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
}
