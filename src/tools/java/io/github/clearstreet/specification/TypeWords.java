package io.github.clearstreet.specification;

import io.github.clearstreet.specification.ValueType.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which classes an interface has to import for the types and codecs that it names. */
final class TypeWords {
    private static final Pattern WORD = Pattern.compile("(?<![\\w.$])[A-Z]\\w*");
    private static final Map<String, String> KNOWN = Map.of(
            "BigDecimal", "java.math.BigDecimal",
            "BigInteger", "java.math.BigInteger",
            "Instant", "java.time.Instant",
            "LocalDate", "java.time.LocalDate",
            "OffsetDateTime", "java.time.OffsetDateTime",
            "Map", "java.util.Map",
            "UUID", "java.util.UUID",
            "Optional", "java.util.Optional",
            "Codecs", "io.github.clearstreet.runtime.json.Codecs");

    private final Set<String> imports = new TreeSet<>();
    private final Set<String> models = new TreeSet<>();

    /** Returns the type in Java, and notes what it needs. */
    String java(ValueType type) {
        note(type);
        return type.java();
    }

    /** Returns the codec in Java, and notes what it needs. */
    String codec(ValueType type) {
        note(type);
        find(type.codec());
        return type.codec();
    }

    /** Notes what an expression needs of what every interface may import. */
    void find(String expression) {
        Matcher words = WORD.matcher(expression);
        while (words.find()) {
            String known = KNOWN.get(words.group());
            if (known != null) {
                imports.add(known);
            }
        }
    }

    private void note(ValueType type) {
        if (type.kind() == Kind.MODEL || type.kind() == Kind.ENUM || type.kind() == Kind.UNION) {
            models.add(type.java());
            models.add(type.java() + "Codec");
            return;
        }
        find(type.java());
        type.parts().forEach(this::note);
    }

    Set<String> imports() {
        return imports;
    }

    Set<String> models() {
        return models;
    }
}
