package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.Merged.Part;
import io.github.clearstreet.specification.ValueType.Kind;
import io.github.clearstreet.specification.ValueType.Typed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the type of Java for each schema, and makes a class for each that needs one. */
final class SchemaCompiler {
    /** More constants do not fit into a class file: such a list is text. */
    private static final int MAX_CONSTANTS = 7_000;

    private final Components components;
    private final Names names;
    private final Classes classes;
    private final Unions unions;
    private final Map<String, Place> places = new HashMap<>();
    private final IdentityHashMap<JsonNode, Typed> known = new IdentityHashMap<>();
    /** Schemas made here out of several parts: by them, the types by the names of their places. */
    private final Map<JsonNode, Map<String, Typed>> combined = new HashMap<>();

    private final Set<String> inProgress = new HashSet<>();

    SchemaCompiler(Components components, Names names, Classes classes) {
        this.components = components;
        this.names = names;
        this.classes = classes;
        this.unions = new Unions(this, components, classes);
        // Of names that are one class the last in the order of ASCII keeps it, whatever the order in the document; what
        // is
        // called like a codec gives way.
        components.schemas().keySet().stream()
                .sorted(Comparator.comparing((String name) -> name.endsWith("Codec"))
                        .thenComparing(Comparator.reverseOrder()))
                .forEach(name -> places.put(name, Place.component(name, names.claimClass(name))));
    }

    void compileComponents() {
        components.schemas().keySet().forEach(this::component);
    }

    Unions unions() {
        return unions;
    }

    Typed compile(JsonNode schema, Place place) {
        Typed type = known.get(schema);
        if (type == null) {
            type = find(schema, place);
            known.put(schema, type);
        }
        return type;
    }

    /** The same parts give the same type within it, or a type that contains itself would never end. */
    Typed combine(String keyword, List<Part> parts, Place place) {
        if (parts.size() == 1) {
            return compile(parts.get(0).schema(), parts.get(0).place());
        }
        ObjectNode schema = DocumentReader.JSON.createObjectNode();
        ArrayNode alternatives = schema.putArray(keyword);
        parts.forEach(part -> alternatives.add(part.schema()));
        Map<String, Typed> types = combined.computeIfAbsent(schema, key -> new HashMap<>());
        for (Map.Entry<String, Typed> type : types.entrySet()) {
            if (place.name().startsWith(type.getKey())) {
                return type.getValue();
            }
        }
        Typed type = compile(schema, place);
        types.put(place.name(), type);
        return type;
    }

    private Typed component(String name) {
        JsonNode schema = Objects.requireNonNull(components.schemas().get(name), name);
        Typed type = known.get(schema);
        if (type != null) {
            return type;
        }
        Place place = Objects.requireNonNull(places.get(name), name);
        if (!inProgress.add(name)) {
            return new Typed(unions.provisional(schema, place), false);
        }
        type = compile(schema, place);
        inProgress.remove(name);
        return type;
    }

    /** Returns the type of the component, or of whatever else the reference leads to. */
    private Typed reference(JsonNode schema, Place place) {
        String name = Components.schemaName(schema);
        if (name != null && components.schemas().containsKey(name)) {
            return component(name);
        }
        String pointer = schema.path("$ref").textValue();
        if (!inProgress.add(pointer)) {
            return new Typed(ValueType.OBJECT, true);
        }
        Typed type = compile(
                components.target(schema, place.pointer()),
                Place.inPlace(
                        pointer,
                        pointer.replaceAll("^#/components/schemas/|properties/|^#/", "")
                                .replace('/', '_')));
        inProgress.remove(pointer);
        return type;
    }

    private Typed find(JsonNode schema, Place place) {
        if (!schema.isObject()) {
            return new Typed(ValueType.OBJECT, true);
        }
        boolean orNull = Merged.saysNull(schema);
        JsonNode rest = without(schema, "$ref");
        if (schema.path("$ref").isTextual() && !Merged.saysSomething(rest)) {
            return reference(schema, place).orNull(orNull);
        }
        JsonNode only = onlyPart(schema);
        if (only != null && !(place.isComponent() && only.path("$ref").isTextual())) {
            return compile(only, place).orNull(orNull);
        }
        Merged merged = Merged.of(schema, place, components);
        // A child does not choose among the children of its parent.
        merged.choices.removeIf(choice -> choice.stream()
                .anyMatch(part -> place.isComponent()
                        && place.pointer().equals(part.schema().path("$ref").asText())));
        return new Typed(typeOf(merged, place), merged.isNullable);
    }

    /** Returns the one part of {@code allOf} that says something, if nothing else does. */
    private static @org.jspecify.annotations.Nullable JsonNode onlyPart(JsonNode schema) {
        if (schema.path("allOf").isEmpty() || Merged.saysSomething(without(schema, "allOf"))) {
            return null;
        }
        List<JsonNode> parts = new ArrayList<>();
        schema.path("allOf").forEach(part -> {
            if (Merged.saysSomething(part)) {
                parts.add(part);
            }
        });
        return parts.size() == 1 ? parts.get(0) : null;
    }

    private static JsonNode without(JsonNode schema, String field) {
        return schema.has(field) ? ((ObjectNode) schema).deepCopy().without(field) : schema;
    }

    private ValueType typeOf(Merged schema, Place place) {
        if (!schema.choices.isEmpty()) {
            return unions.typeOf(schema, place);
        }
        ArrayNode values = Enums.values(schema);
        if (values != null && values.size() > MAX_CONSTANTS) {
            return ValueType.STRING;
        }
        if (values != null) {
            return Enums.areBooleans(values) ? ValueType.BOOLEAN : enumeration(values, schema, place);
        }
        Set<String> types = schema.types == null ? Set.of(Schemas.inferred(schema)) : schema.types;
        if (types.equals(Set.of("integer", "number"))) {
            return ValueType.NUMBER;
        }
        return types.size() > 1
                ? unions.ofTypes(schema, types, place)
                : typeOf(types.iterator().next(), schema, place);
    }

    private ValueType typeOf(String type, Merged schema, Place place) {
        ObjectNode keywords = DocumentReader.JSON.createObjectNode();
        schema.keywords.forEach(keywords::set);
        return switch (type) {
            case "string" ->
                keywords.path("format").asText().equals("int-or-string")
                        ? unions.ofTypes(schema, new LinkedHashSet<>(List.of("integer", "string")), place)
                        : PlainTypes.text(keywords);
            case "integer" -> PlainTypes.integer(keywords);
            case "number" -> ValueType.NUMBER;
            case "boolean" -> ValueType.BOOLEAN;
            case "array" -> list(schema, place);
            case "object" -> object(schema, place);
            case "" -> ValueType.OBJECT;
            default ->
                throw new SpecificationException(
                        place.pointer(),
                        "\"" + type + "\" is no type",
                        "Write one of string, integer, number, boolean, array, object.");
        };
    }

    private ValueType list(Merged schema, Place place) {
        List<Part> elements = new ArrayList<>();
        int index = 0;
        for (JsonNode item : schema.keyword("prefixItems")) {
            elements.add(new Part(
                    item, Place.inPlace(place.pointer() + "/prefixItems/" + index, place.name() + "_item" + index)));
            index++;
        }
        JsonNode items = schema.keyword("items");
        if (items.isArray()) { // as JSON Schema wrote tuples before
            for (JsonNode item : items) {
                elements.add(new Part(
                        item, Place.inPlace(place.pointer() + "/items/" + index, place.name() + "_item" + index)));
                index++;
            }
        } else if (items.isObject()) {
            elements.add(new Part(items, Place.inPlace(place.pointer() + "/items", place.name() + "_inner")));
        }
        if (elements.isEmpty()) {
            return ValueType.list(new Typed(ValueType.OBJECT, true));
        }
        return ValueType.list(
                combine("anyOf", elements, Place.inPlace(place.pointer() + "/items", place.name() + "_inner")));
    }

    private ValueType object(Merged schema, Place place) {
        if (schema.properties.isEmpty() && !schema.keyword("discriminator").isObject()) {
            JsonNode values = schema.keyword("additionalProperties");
            if (!values.isObject()) {
                values = schema.keyword("patternProperties")
                        .valueStream()
                        .findFirst()
                        .orElse(values);
            }
            return values.isObject() && !values.isEmpty()
                    ? ValueType.map(compile(
                            values, Place.inPlace(place.pointer() + "/additionalProperties", place.name() + "_value")))
                    : schema.keyword("additionalProperties").isMissingNode() ? ValueType.UNTYPED : ValueType.FREE_FORM;
        }
        return model(schema, place, List.of());
    }

    /** Returns a class with the properties of the schema, whose bodies are looked at later: they may contain the class. */
    ValueType model(Merged schema, Place place, List<Part> alternatives) {
        String className = className(place);
        ValueType type = ValueType.named(Kind.MODEL, className, List.of());
        classes.model(className, new ModelDraft(schema, place, className, alternatives));
        return type;
    }

    ValueType enumeration(ArrayNode values, Merged schema, Place place) {
        String className = className(place);
        classes.enumeration(className, values, schema, names);
        return ValueType.named(Kind.ENUM, className, List.of());
    }

    String className(Place place) {
        return place.isComponent() ? place.className() : names.claimClass(place.name());
    }

    Kinds kinds(Merged schema, Place place, List<Part> alternatives, String className) {
        return Kinds.of(schema, place, alternatives, className, this, components);
    }

    /** Returns the type of one part of a union, which is a class of its own also if it is written in place. */
    ValueType alternative(Merged union, Part part, String className, int index) {
        String name = Components.schemaName(part.schema());
        if (name != null && components.schemas().containsKey(name)) {
            return component(name, part.place()).type();
        }
        boolean standsAlone = union.properties.isEmpty() || !unions.isObject(part);
        return compile(
                        standsAlone ? part.schema() : PartInPlace.whole(union, part),
                        PartInPlace.place(part, className, index, components))
                .type();
    }

    Typed component(String name, Place from) {
        return reference(
                DocumentReader.JSON.createObjectNode().put("$ref", Components.SCHEMAS + JsonPointers.escape(name)),
                from);
    }
}
