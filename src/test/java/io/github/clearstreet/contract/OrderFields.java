package io.github.clearstreet.contract;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;

/** The forms of values in which the client reads an order, each with an example. */
final class OrderFields {
    /** The client keeps every digit, so it needs text. */
    private static final String DECIMAL = "-?\\d+(\\.\\d+)?";

    /** Without an offset the client could not tell which moment is meant. */
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})";

    /** New words are welcome, so none is pinned. The same word in another form would be a new word. */
    private static final String WORD = "[A-Z][A-Z0-9_]*";

    private OrderFields() {}

    static void decimal(LambdaDslObject order, String name, String example) {
        text(order, name, DECIMAL, example);
    }

    /** For what is negative in this situation: without its sign a short position would look like a long one. */
    static void negative(LambdaDslObject order, String name, String example) {
        text(order, name, "-\\d+(\\.\\d+)?", example);
    }

    static void time(LambdaDslObject order, String name, String example) {
        text(order, name, TIME, example);
    }

    static void word(LambdaDslObject order, String name, String example) {
        text(order, name, WORD, example);
    }

    /** This value and no other. Within a list, Pact takes a plain value for an example. */
    static void exactly(LambdaDslObject order, String name, String value) {
        order.and(name, value, EqualsMatcher.INSTANCE);
    }

    /** A pattern alone would match a number, too. */
    private static void text(LambdaDslObject order, String name, String pattern, String example) {
        order.and(name, example, TypeMatcher.INSTANCE, new RegexMatcher(pattern));
    }
}
