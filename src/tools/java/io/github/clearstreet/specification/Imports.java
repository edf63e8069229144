package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a generated class has to import for the types that it names. */
final class Imports {
    static final List<String> FOR_MODELS = List.of(
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.OffsetDateTime",
            "java.util.List",
            "java.util.Map",
            "java.util.UUID");
    static final List<String> FOR_UNIONS = List.of(
            "io.github.clearstreet.runtime.json.Codecs",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.OffsetDateTime",
            "java.util.List",
            "java.util.Map",
            "java.util.UUID",
            "org.jspecify.annotations.Nullable");

    static final List<String> FOR_CODEC_TYPES = java.util.stream.Stream.concat(
                    FOR_MODELS.stream(), java.util.stream.Stream.of("org.jspecify.annotations.Nullable"))
            .toList();
    static final List<String> FOR_CODECS = List.of("io.github.clearstreet.runtime.json.Codecs");

    private Imports() {}

    /** Those of a class with fields: it is always read from a map. */
    static ArrayNode ofModel(JsonNode model, boolean hasOptional) {
        Set<String> all = new TreeSet<>();
        of(model, FOR_MODELS).forEach(each -> all.add(each.asText()));
        all.add("java.util.Map");
        if (hasOptional) {
            all.add("java.util.Optional");
        }
        ArrayNode imports = DocumentReader.JSON.createArrayNode();
        all.forEach(imports::add);
        return imports;
    }

    static ArrayNode of(JsonNode model, List<String> candidates) {
        Set<String> texts = new TreeSet<>();
        for (String list : List.of("parts", "fields")) {
            model.path(list).forEach(field -> {
                texts.add(field.path("type").asText());
                texts.add(field.path("codec").asText());
            });
        }
        ArrayNode imports = DocumentReader.JSON.createArrayNode();
        for (String candidate : candidates) {
            Pattern name = Pattern.compile("(?<![\\w.])" + candidate.substring(candidate.lastIndexOf('.') + 1) + "\\b");
            if (texts.stream().anyMatch(text -> name.matcher(text).find())) {
                imports.add(candidate);
            }
        }
        return imports;
    }
}
