package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.clearstreet.json.Violation;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The text of one document and the parser that goes over it: what cannot be read is cut out of the text as it came. */
final class DocumentText {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_TEXT_LENGTH = 10_000_000;
    private static final int MAX_NAME_LENGTH = 10_000;

    private static final Utf8Parser.Factory FACTORY = new Utf8Parser.Factory(new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    // A long number makes one value unreadable (see Decimals), not the document.
                    .maxNumberLength(MAX_TEXT_LENGTH)
                    .build())
            // RFC 8259 allows UTF-8 only; byte offsets would be wrong in any other encoding.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            // Names that a server makes up would stay in the tables of the JVM.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES));

    private static final Violation DISCARDED = Violation.of("", "not kept", "");

    private final ByteChunks json;
    private final int start;
    private final Utf8Parser parser;
    /** Turns a place in what is read into one in the document that it is a part of; null if it is no part. */
    private final @Nullable UnaryOperator<String> places;
    /** How many of the values around the current one are only looked at. */
    private int discarded;

    DocumentText(ByteChunks json, @Nullable UnaryOperator<String> places) throws IOException {
        this.json = json;
        this.places = places;
        this.start = hasByteOrderMark(json) ? 3 : 0;
        this.parser = FACTORY.parser(json, start);
    }

    private static boolean hasByteOrderMark(ByteChunks json) {
        return json.length() >= 3
                && json.at(0) == (byte) 0xEF
                && json.at(1) == (byte) 0xBB
                && json.at(2) == (byte) 0xBF;
    }

    ByteChunks json() {
        return json;
    }

    Utf8Parser parser() {
        return parser;
    }

    /** Returns the position of the current token. */
    long tokenStart() {
        return parser.currentTokenLocation().getByteOffset();
    }

    /** Returns the position of the current token in all bytes, a byte order mark among them. */
    int position() {
        return start + (int) tokenStart();
    }

    /** Whether this is a part of a document, and the current value lies in it without anything around but a list or object. */
    boolean isPartItself() {
        return places != null && parser.getParsingContext().getParent().inRoot();
    }

    CompactText compact() {
        return new CompactText(json.toArray(), places);
    }

    /** Begins a value that is only looked at: nothing is noted about it. */
    void discard() {
        discarded++;
    }

    void endDiscarding() {
        discarded--;
    }

    boolean isDiscarding() {
        return discarded > 0;
    }

    /** Returns the place of the value that ends here. */
    String pointer() {
        if (discarded > 0) {
            return "";
        }
        return places == null ? localPointer() : places.apply(localPointer());
    }

    /** Returns its place in this text, which may be a part of a document. */
    String localPointer() {
        return discarded > 0 ? "" : parser.getParsingContext().pathAsPointer().toString();
    }

    /** Skips the current value, and returns it as one that cannot be read. */
    UnreadableValue capture(String reason) throws IOException {
        long from = tokenStart();
        // After this the parser's context is the one around the value, so its pointer is the value's.
        parser.skipChildren();
        if (discarded > 0) {
            return new UnreadableValue(DISCARDED, "");
        }
        String text = since(from);
        return new UnreadableValue(Violation.of(pointer(), reason, text), text);
    }

    /** Returns the text from the position of an earlier token to the end of the current one. */
    String since(long from) throws IOException {
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        return json.text(start + (int) from, start + to);
    }
}
