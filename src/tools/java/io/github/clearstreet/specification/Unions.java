package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.Merged.Part;
import io.github.clearstreet.specification.ValueType.Kind;
import io.github.clearstreet.specification.ValueType.Typed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Schemas that are one of several: objects become one class with the fields of all, anything else a value that says which it is. */
final class Unions {
    private final SchemaCompiler compiler;
    private final Components components;
    private final Classes classes;

    Unions(SchemaCompiler compiler, Components components, Classes classes) {
        this.compiler = compiler;
        this.components = components;
        this.classes = classes;
    }

    ValueType typeOf(Merged schema, Place place) {
        List<Part> all = schema.choices.stream().flatMap(List::stream).toList();
        if (all.size() == 1 && schema.properties.isEmpty()) {
            Part part = all.get(0);
            boolean isReference = part.schema().path("$ref").isTextual();
            Typed only = compiler.compile(
                    part.schema(),
                    isReference ? part.place() : new Place(part.place().pointer(), place.name(), place.className()));
            schema.isNullable |= only.isNullable();
            return only.type();
        }
        if (all.stream().allMatch(this::isObject)) {
            return objects(schema, place, all);
        }
        if (schema.choices.size() > 1 || !schema.properties.isEmpty()) {
            return ValueType.OBJECT;
        }
        return values(schema, place, all);
    }

    private static Set<JsonNode> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Returns whether nothing but an object is one of this. */
    boolean isObject(Part part) {
        return isObject(part, seen());
    }

    private boolean isObject(Part part, Set<JsonNode> seen) {
        if (!seen.add(part.schema())) {
            return true;
        }
        Merged merged = Merged.of(part.schema(), part.place(), components);
        if (!merged.choices.isEmpty()) {
            return merged.choices.stream().flatMap(List::stream).allMatch(each -> isObject(each, seen));
        }
        boolean saysObject = merged.types != null && merged.types.equals(Set.of("object"));
        boolean hasFields =
                !merged.properties.isEmpty() || merged.keyword("discriminator").isObject();
        return hasFields
                ? saysObject || merged.types == null
                : saysObject && !merged.keyword("additionalProperties").isObject();
    }

    private ValueType objects(Merged schema, Place place, List<Part> alternatives) {
        boolean hasFields = !schema.properties.isEmpty()
                || schema.keyword("discriminator").isObject()
                || alternatives.stream().anyMatch(part -> !fields(part, seen()).isEmpty());
        return hasFields ? compiler.model(schema, place, alternatives) : ValueType.UNTYPED;
    }

    /** Returns the properties of an alternative, and of the alternatives within it. */
    Map<String, List<Part>> fields(Part part, Set<JsonNode> seen) {
        Map<String, List<Part>> fields = new LinkedHashMap<>();
        if (seen.add(part.schema())) {
            Merged merged = Merged.of(part.schema(), part.place(), components);
            fields.putAll(merged.properties);
            merged.choices.stream()
                    .flatMap(List::stream)
                    .forEach(each -> fields(each, seen).forEach(fields::putIfAbsent));
        }
        return fields;
    }

    private ValueType values(Merged schema, Place place, List<Part> alternatives) {
        List<Typed> types = new ArrayList<>();
        String name = compiler.className(place);
        int index = 0;
        for (Part part : alternatives) {
            types.add(compiler.compile(part.schema(), PartInPlace.place(part, name, index++, components)));
        }
        schema.isNullable |= types.stream().anyMatch(Typed::isNullable);
        return combined(types.stream().map(Typed::type).toList(), schema, place, name);
    }

    private ValueType combined(List<ValueType> types, Merged schema, Place place, String name) {
        List<ValueType> parts = distinct(types);
        if (parts.size() == 1) {
            return parts.get(0);
        }
        if (parts.stream().anyMatch(part -> part.kind() == Kind.ANY)) {
            return ValueType.OBJECT;
        }
        List<ValueType> enums =
                parts.stream().filter(part -> part.kind() == Kind.ENUM).toList();
        boolean areTexts = parts.stream().allMatch(part -> part.kind() == Kind.ENUM || part.equals(ValueType.STRING));
        if (areTexts && enums.size() == 1 && classes.isTextual(enums.get(0))) {
            return enums.get(0);
        }
        if (areTexts && enums.size() > 1) {
            ArrayNode values = DocumentReader.JSON.createArrayNode();
            java.util.LinkedHashSet<JsonNode> all = new java.util.LinkedHashSet<>();
            enums.forEach(each -> classes.values(each).forEach(all::add));
            all.forEach(values::add);
            return compiler.enumeration(values, schema, new Place(place.pointer(), name, name));
        }
        classes.union(
                name,
                parts,
                schema,
                compiler.kinds(
                        schema,
                        place,
                        schema.choices.stream().flatMap(List::stream).toList(),
                        name));
        return ValueType.named(Kind.UNION, name, parts);
    }

    /** Each type once, those of unions by themselves; where text and number have one type in Java, the text stays a text. */
    private static List<ValueType> distinct(List<ValueType> types) {
        Map<String, ValueType> distinct = new LinkedHashMap<>();
        for (ValueType type : types) {
            List<ValueType> parts = type.kind() == Kind.UNION && !type.parts().isEmpty() ? type.parts() : List.of(type);
            for (ValueType part : parts) {
                ValueType same = distinct.putIfAbsent(part.java(), part);
                if (same != null && same.kind() != part.kind()) {
                    distinct.put(part.java(), part.kind() == Kind.NUMBER ? part : same);
                    distinct.put("String", ValueType.STRING);
                }
            }
        }
        if (distinct.containsKey("BigDecimal")
                && (distinct.containsKey("Long") || distinct.containsKey("Integer"))
                && distinct.get("BigDecimal").kind() == Kind.NUMBER) {
            distinct.remove("Long");
            distinct.remove("Integer");
        }
        if (distinct.containsKey("Long")) {
            distinct.remove("Integer");
        }
        return List.copyOf(distinct.values());
    }

    /** A schema with several types is one of them. */
    ValueType ofTypes(Merged schema, Set<String> names, Place place) {
        List<Part> alternatives = new ArrayList<>();
        for (String name : names) {
            ObjectNode alternative = DocumentReader.JSON.createObjectNode().put("type", name);
            schema.keywords.forEach((keyword, value) -> {
                if (!Set.of("enum", "const", "description").contains(keyword)
                        && !value.asText().equals("int-or-string")) {
                    alternative.set(keyword, value);
                }
            });
            if (name.equals("object")) {
                schema.properties.forEach((property, parts) -> alternative
                        .withObject("/properties")
                        .set(property, parts.get(0).schema()));
            }
            alternatives.add(new Part(alternative, place));
        }
        schema.choices.add(alternatives);
        return values(schema, place, alternatives);
    }

    /** Returns the type of a component that contains itself, before it is known. */
    ValueType provisional(JsonNode schema, Place place) {
        Merged merged = Merged.of(schema, place, components);
        boolean hasClass = !merged.choices.isEmpty() || (merged.types != null && merged.types.size() > 1);
        return hasClass ? ValueType.named(Kind.UNION, place.className(), List.of()) : ValueType.OBJECT;
    }
}
