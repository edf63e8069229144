package io.github.clearstreet.surface;

import java.util.Set;

/** Types of a document that are one type in Java, and are read and written alike. */
final class JavaForm {
    /** Those that have a class of their own, or another form on the wire. */
    private static final Set<String> TEXTS_WITH_A_CLASS = Set.of(
            "string(date)",
            "string(date-time)",
            "string(decimal)",
            "string(number)",
            "string(uuid)",
            "string(time)",
            "string(duration)");

    private JavaForm() {}

    static boolean isSame(String one, String other) {
        return of(one).equals(of(other));
    }

    private static String of(String type) {
        if (type.equals("string(decimal)") || type.equals("string(number)") || type.startsWith("number")) {
            return "decimal"; // read from both forms
        }
        if (type.startsWith("string(")) {
            return TEXTS_WITH_A_CLASS.contains(type) ? type : "string";
        }
        return type.equals("integer") ? "integer(int64)" : type;
    }
}
