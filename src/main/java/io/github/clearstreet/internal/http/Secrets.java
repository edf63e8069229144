package io.github.clearstreet.internal.http;

import io.github.clearstreet.runtime.json.ByteChunks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * Texts that must not be printed, and finds them in what others send: as they are, with escapes of JSON, of an address or of
 * HTML, also twice, in either case, and in Base64 and hexadecimal. Immutable. Never printed itself.
 */
final class Secrets {
    private static final String HIDDEN = "[hidden]";
    private static final int SHORTEST_HALF = 6;
    private static final int SHORTEST_ENCODED = 8;

    private final List<String> texts;
    /** The characters that a secret can begin with, however it is written. */
    private final boolean[] beginnings = new boolean[256];

    private Secrets(List<String> texts) {
        this.texts = List.copyOf(texts);
        for (String text : this.texts) {
            beginnings[Character.toLowerCase(text.charAt(0)) & 0xFF] = true;
            beginnings[Character.toUpperCase(text.charAt(0)) & 0xFF] = true;
        }
        for (char escape : Escapes.BEGINNINGS) {
            beginnings[escape] = true;
        }
    }

    /** Keys, the secret half of each that has two, and all of them in Base64, also behind Bearer; of ASCII characters. */
    static Secrets of(Collection<String> keys) {
        List<String> texts = new ArrayList<>();
        for (String key : keys) {
            texts.add(key);
            String half = key.substring(Math.max(key.indexOf('.'), key.indexOf(':')) + 1);
            if (half.length() >= SHORTEST_HALF && half.length() < key.length()) {
                texts.add(half);
            }
            for (String text : List.of(key, half, "Bearer " + key)) {
                if (text.length() >= SHORTEST_ENCODED) {
                    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
                    // The last characters depend on what follows.
                    texts.add(withoutEnd(Base64.getEncoder().encodeToString(bytes)));
                    texts.add(withoutEnd(Base64.getUrlEncoder().encodeToString(bytes)));
                    texts.add(HexFormat.of().formatHex(bytes));
                }
            }
        }
        return new Secrets(texts.stream().distinct().toList());
    }

    private static String withoutEnd(String encoded) {
        return encoded.substring(0, encoded.length() - 4);
    }

    String hideIn(String text) {
        StringBuilder hidden = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = text.charAt(i) < beginnings.length && beginnings[text.charAt(i)] ? endOfSecret(text, i) : -1;
            if (end >= 0) {
                hidden = hidden == null ? new StringBuilder(text.length()) : hidden;
                hidden.append(text, copied, i).append(HIDDEN);
                copied = end;
                i = end - 1;
            }
        }
        return hidden == null
                ? text
                : hidden.append(text, copied, text.length()).toString();
    }

    ByteChunks hideIn(ByteChunks document) {
        Bytes text = new Bytes(document);
        int at = 0;
        for (int number = 0; number < document.count(); number++) {
            byte[] chunk = document.chunk(number);
            int end = Math.min(chunk.length, document.length() - at);
            for (int i = 0; i < end; i++) {
                if (beginnings[chunk[i] & 0xFF] && endOfSecret(text, at + i) >= 0) {
                    // Each byte a character, so that those of other characters stay what they are.
                    String all = new String(document.toArray(), StandardCharsets.ISO_8859_1);
                    return ByteChunks.of(hideIn(all).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            at += chunk.length;
        }
        return document;
    }

    /** Returns where the longest secret that starts at the position ends, or -1. */
    private int endOfSecret(CharSequence text, int from) {
        int end = -1;
        for (String secret : texts) {
            end = Math.max(end, Escapes.endOf(secret, text, from));
        }
        return end;
    }

    /** Never holds a secret. */
    @Override
    public String toString() {
        return "Secrets[hidden]";
    }

    /** Bytes as characters. */
    private record Bytes(ByteChunks bytes) implements CharSequence {
        @Override
        public int length() {
            return bytes.length();
        }

        @Override
        public char charAt(int index) {
            return (char) (bytes.at(index) & 0xFF);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            StringBuilder text = new StringBuilder(end - start);
            for (int i = start; i < end; i++) {
                text.append(charAt(i));
            }
            return text;
        }
    }
}
