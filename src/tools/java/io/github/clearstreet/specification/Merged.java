package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One schema with all that its references and its {@code allOf} say. */
final class Merged {
    /** Say nothing about which values there are. */
    private static final Set<String> ANNOTATIONS = Set.of(
            "title,description,default,example,examples,deprecated,readOnly,writeOnly,nullable,externalDocs,xml,summary,$comment,$id,$schema,not,if,then,else"
                    .split(","));

    /** Keywords that are not looked at below: of several the last one counts. */
    final Map<String, JsonNode> keywords = new LinkedHashMap<>();

    final Map<String, List<Part>> properties = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    /** Each a list of alternatives. */
    final List<List<Part>> choices = new ArrayList<>();
    /** Null: any type. */
    @org.jspecify.annotations.Nullable
    Set<String> types;

    boolean isNullable;

    /** A schema and where it stands. */
    record Part(JsonNode schema, Place place) {}

    static Merged of(JsonNode schema, Place place, Components components) {
        Merged merged = new Merged();
        merged.add(schema, place, components, 0);
        return merged;
    }

    static boolean isAnnotation(String keyword) {
        return ANNOTATIONS.contains(keyword) || keyword.startsWith("x-");
    }

    /** Returns whether the schema says something about its values, beside a type that goes without saying. */
    static boolean saysSomething(JsonNode schema) {
        return schema.propertyStream()
                .anyMatch(entry -> !isAnnotation(entry.getKey())
                        && !(entry.getKey().equals("type") && isObjectOrNull(entry.getValue())));
    }

    private static boolean isObjectOrNull(JsonNode types) {
        if (types.isTextual()) {
            return types.textValue().equals("object");
        }
        for (JsonNode type : types) {
            if (!Set.of("object", "null").contains(type.asText())) {
                return false;
            }
        }
        return true;
    }

    static boolean saysNull(JsonNode schema) {
        if (schema.path("nullable").asBoolean(false)) {
            return true;
        }
        for (JsonNode type : schema.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        return schema.path("type").asText().equals("null");
    }

    private void add(JsonNode schema, Place place, Components components, int depth) {
        if (depth > 100) {
            throw new SpecificationException(place.pointer(), "the parts contain each other", "Break the circle.");
        }
        if (schema.path("$ref").isTextual()) {
            String name = Components.schemaName(schema);
            Place target = name == null ? place : Place.inPlace(Components.SCHEMAS + name, name);
            add(components.target(schema, place.pointer()), target, components, depth + 1);
        }
        int index = 0;
        for (JsonNode part : schema.path("allOf")) {
            add(part, new Place(place.pointer() + "/allOf/" + index, place.name(), ""), components, depth + 1);
            index++;
        }
        addOwn(schema, place, depth > 0);
    }

    private void addOwn(JsonNode schema, Place place, boolean isPart) {
        if (saysNull(schema)) {
            isNullable = true;
        }
        addTypes(schema);
        schema.path("properties").properties().forEach(entry -> addProperty(entry.getKey(), entry.getValue(), place));
        schema.path("required").forEach(name -> required.add(name.asText()));
        addChoice(schema, "oneOf", place);
        addChoice(schema, "anyOf", place);
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            switch (entry.getKey()) {
                case "$ref", "allOf", "oneOf", "anyOf", "type", "properties", "required", "nullable" -> {}
                case "discriminator" -> {
                    // That of a parent tells the parent's children apart, not those of this one.
                    if (!isPart) {
                        keywords.put("discriminator", entry.getValue());
                    }
                }
                case "enum" -> keywords.merge("enum", entry.getValue(), Merged::values);
                case "title", "example", "examples", "default", "description" ->
                    keywords.putIfAbsent(entry.getKey(), entry.getValue());
                default -> keywords.put(entry.getKey(), entry.getValue());
            }
        }
    }

    /** Of two lists the narrower one counts, if one is part of the other. */
    private static JsonNode values(JsonNode former, JsonNode latter) {
        Set<JsonNode> narrow = new LinkedHashSet<>();
        latter.forEach(narrow::add);
        Set<JsonNode> all = new LinkedHashSet<>();
        former.forEach(all::add);
        if (all.containsAll(narrow)) {
            return latter;
        }
        if (narrow.containsAll(all)) {
            return former;
        }
        all.addAll(narrow);
        return DocumentReader.JSON.createArrayNode().addAll(all);
    }

    private void addProperty(String name, JsonNode schema, Place place) {
        List<Part> parts = properties.computeIfAbsent(name, key -> new ArrayList<>());
        if (Schemas.isNull(schema) && !parts.isEmpty()) {
            return; // A part that leaves the field to others.
        }
        parts.removeIf(part -> Schemas.isNull(part.schema()) && !Schemas.isNull(schema));
        if (parts.stream().noneMatch(part -> Schemas.alike(part.schema(), schema))) {
            parts.add(new Part(schema, place.field("properties/" + name, name)));
        }
    }

    private void addChoice(JsonNode schema, String keyword, Place place) {
        List<Part> alternatives = new ArrayList<>();
        int index = 0;
        for (JsonNode alternative : schema.path(keyword)) {
            Place at = new Place(place.pointer() + "/" + keyword + "/" + index++, place.name(), "");
            if (Schemas.isNull(alternative)) {
                isNullable = true;
            } else if (!Schemas.restrictsOnly(alternative)) {
                alternatives.add(new Part(alternative, at));
            }
        }
        if (!alternatives.isEmpty()) {
            choices.add(alternatives);
        }
    }

    private void addTypes(JsonNode schema) {
        Set<String> own = Schemas.types(schema);
        if (own.isEmpty()) {
            return;
        }
        if (types == null) {
            types = own;
            return;
        }
        Set<String> both = new LinkedHashSet<>(types);
        both.retainAll(own);
        if (both.isEmpty() && types.contains("number") && own.contains("integer")
                || types.contains("integer") && own.contains("number")) {
            both.add("integer");
        }
        if (both.isEmpty()) {
            both.addAll(types);
            both.addAll(own);
        }
        types = both;
    }

    JsonNode keyword(String name) {
        JsonNode value = keywords.get(name);
        return value == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : value;
    }
}
