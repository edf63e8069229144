package io.github.clearstreet.surface;

import java.util.List;
import java.util.Locale;

/**
 * One line of the surface, for example {@code field Order account_id: integer(int64), required}.
 *
 * @param kind what it is about
 * @param owner the operation or schema that it belongs to
 * @param name its name within the owner; empty if it is about the owner itself
 * @param details the type first, then flags
 */
record Fact(Kind kind, String owner, String name, List<String> details) implements Comparable<Fact> {
    enum Kind {
        /** The arguments of an operation that are no part of a builder, in their order. */
        ARGUMENTS,
        /** A generated class that callers can use. */
        CLASS,
        FIELD,
        HEADER,
        /** A value of a discriminator. */
        MAPPING,
        /** A method or constant of a generated class, by its name and the number of its arguments. */
        MEMBER,
        OPERATION,
        PARAMETER,
        REQUEST,
        RESPONSE,
        SCHEMA,
        SERVER,
        VALUE
    }

    static Fact parse(String line) {
        String[] words = line.split(" ", 2);
        Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
        // A value has no details, and may contain a colon.
        int end = kind == Kind.VALUE ? -1 : words[1].indexOf(": ");
        String[] subject = (end < 0 ? words[1] : words[1].substring(0, end)).split(" ", 2);
        List<String> details =
                end < 0 ? List.of() : List.of(words[1].substring(end + 2).split(", "));
        return new Fact(kind, subject[0], subject.length == 1 ? "" : subject[1], details);
    }

    /** Returns what identifies the line: two surfaces have a line each, and the details may differ. */
    String subject() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + owner + (name.isEmpty() ? "" : " " + name);
    }

    /** Returns whether the line is about generated code, not about the document. */
    boolean isJava() {
        return kind == Kind.CLASS || kind == Kind.MEMBER;
    }

    String type() {
        return details.isEmpty() ? "" : details.get(0);
    }

    boolean has(String flag) {
        return details.contains(flag);
    }

    @Override
    public int compareTo(Fact other) {
        return subject().compareTo(other.subject());
    }

    @Override
    public String toString() {
        return subject() + (details.isEmpty() ? "" : ": " + String.join(", ", details));
    }
}
