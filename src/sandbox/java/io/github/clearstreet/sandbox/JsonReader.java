package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text strictly by RFC 8259 into Map, List, String, BigDecimal, Boolean or null. A name that occurs twice
 * in an object, deep nesting and very long numbers are refused as well.
 */
final class JsonReader {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int position;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    static @Nullable Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.skipWhitespace();
        if (reader.position < text.length()) {
            throw reader.failure("Unexpected text after the value");
        }
        return value;
    }

    private @Nullable Object value() {
        skipWhitespace();
        return switch (peek()) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Object nested(Supplier<Object> container) {
        if (++depth > MAX_DEPTH) {
            throw failure("Nesting is deeper than " + MAX_DEPTH);
        }
        position++;
        skipWhitespace();
        Object value = container.get();
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (take('}')) {
            return members;
        }
        do {
            skipWhitespace();
            if (peek() != '"') {
                throw failure("Expected a name in quotes");
            }
            String name = string();
            if (members.containsKey(name)) {
                throw failure("A name occurs twice");
            }
            skipWhitespace();
            expect(':');
            members.put(name, value());
            skipWhitespace();
        } while (take(','));
        expect('}');
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        if (take(']')) {
            return elements;
        }
        do {
            elements.add(value());
            skipWhitespace();
        } while (take(','));
        expect(']');
        return elements;
    }

    private String string() {
        position++;
        StringBuilder characters = new StringBuilder();
        while (true) {
            char next = next();
            if (next == '"') {
                return characters.toString();
            }
            if (next < ' ') {
                throw failure("Control character in a string");
            }
            characters.append(next == '\\' ? escaped() : next);
        }
    }

    private char escaped() {
        char escape = next();
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw failure("Unknown escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char hex = next();
            int digit = hex < 128 ? Character.digit(hex, 16) : -1;
            if (digit < 0) {
                throw failure("Expected four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private @Nullable Object literal(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, position)) {
            throw failure("Expected a value");
        }
        position += word.length();
        return meaning;
    }

    private BigDecimal number() {
        Matcher matcher =
                NUMBER.matcher(text).region(position, Math.min(text.length(), position + MAX_NUMBER_LENGTH + 1));
        if (!matcher.lookingAt()) {
            throw failure("Expected a value");
        }
        if (matcher.end() - position > MAX_NUMBER_LENGTH) {
            throw failure("A number is longer than " + MAX_NUMBER_LENGTH + " characters");
        }
        position = matcher.end();
        try {
            return new BigDecimal(matcher.group());
        } catch (NumberFormatException e) {
            throw failure("A number is out of range");
        }
    }

    private void skipWhitespace() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private char peek() {
        if (position >= text.length()) {
            throw failure("Unexpected end");
        }
        return text.charAt(position);
    }

    private char next() {
        char next = peek();
        position++;
        return next;
    }

    private boolean take(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        position++;
        return true;
    }

    private void expect(char wanted) {
        if (!take(wanted)) {
            throw failure("Expected " + wanted);
        }
    }

    private JsonException failure(String message) {
        return new JsonException(message, position);
    }
}
