package io.github.clearstreet.runtime.request;

import feign.Param;
import io.github.clearstreet.runtime.json.PlainFields;

/**
 * Writes a header parameter. What would end the header, or start another one, is refused. A list is written as its items,
 * joined by commas, an item by this class.
 */
public class HeaderText implements Param.Expander {
    /** Stands for a cookie that is empty, where Feign writes nothing for one that is null: see {@link CompletePath}. */
    static final String EMPTY = "\0";

    /**
     * Returns the text of a header.
     *
     * @throws IllegalArgumentException if the text has a control character
     */
    @Override
    public String expand(Object value) {
        return checked(ParameterText.of(value));
    }

    static String checked(String text) {
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new IllegalArgumentException("A header must not have a control character. Take it away.");
        }
        return text;
    }

    /** Writes an object as {@code side=SELL,symbol=GOOG}. */
    public static final class ExplodedFields extends HeaderText {
        @Override
        public String expand(Object value) {
            return checked(Delimited.joinExploded("a header", PlainFields.of(value)));
        }
    }

    /** Writes an object as {@code side,SELL,symbol,GOOG}. */
    public static final class Fields extends HeaderText {
        @Override
        public String expand(Object value) {
            return checked(Delimited.joinFields("a header", PlainFields.of(value), ","));
        }
    }

    /** Writes a value as JSON, in ASCII. */
    public static final class Json extends HeaderText {
        @Override
        public String expand(Object value) {
            StringBuilder text = new StringBuilder();
            ParameterText.json(value)
                    .chars()
                    .forEach(c -> text.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
            return checked(text.toString());
        }
    }

    /** Writes a cookie. Every character that a cookie cannot have is encoded. */
    public static final class Cookie extends HeaderText {
        @Override
        public String expand(Object value) {
            String text = ParameterText.of(value);
            return text.isEmpty() ? EMPTY : PercentEncoding.encode(text);
        }
    }

    /** Writes a cookie that is JSON, encoded. */
    public static final class CookieJson extends HeaderText {
        @Override
        public String expand(Object value) {
            return PercentEncoding.encode(ParameterText.json(value));
        }
    }
}
