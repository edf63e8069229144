package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.Merged.Part;
import io.github.clearstreet.specification.ValueType.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What tells the objects apart that a value can be: the texts of a property, or nothing but their required fields.
 *
 * @param property the discriminator; empty if there is none
 * @param values by each class, the texts that mean it
 */
record Kinds(String property, Map<String, Set<String>> values) {
    /** Returns the classes that a schema can be, by what a discriminator or constants of their own call them. */
    static Kinds of(
            Merged schema,
            Place place,
            List<Part> alternatives,
            String className,
            SchemaCompiler compiler,
            Components components) {
        JsonNode discriminator = schema.keyword("discriminator");
        String property = discriminator.path("propertyName").asText("");
        Map<String, Set<String>> byName = new LinkedHashMap<>();
        if (discriminator.isObject()) {
            mapped(discriminator, place, components, byName);
            names(schema, place, alternatives, components)
                    .forEach(name -> byName.computeIfAbsent(name, key -> new LinkedHashSet<>(Set.of(name))));
        } else {
            Map<String, JsonNode> parts = new LinkedHashMap<>();
            alternatives.forEach(part -> {
                String name = Components.schemaName(part.schema());
                if (name != null
                        && components.schemas().containsKey(name)
                        && compiler.component(name, place).type().kind() == Kind.MODEL) {
                    parts.put(name, part.schema());
                }
            });
            if (alternatives.size() < 2 || parts.isEmpty()) {
                return new Kinds("", Map.of());
            }
            property = constants(
                    parts,
                    alternatives.stream().allMatch(part -> isNamedOrNoObject(part.schema())),
                    components,
                    byName);
        }
        Map<String, Set<String>> byClass = new LinkedHashMap<>();
        byName.forEach((name, values) -> {
            ValueType type = compiler.component(name, place).type();
            if (type.kind() == Kind.MODEL && !type.java().equals(className)) {
                byClass.computeIfAbsent(type.java(), key -> new LinkedHashSet<>())
                        .addAll(values);
            }
        });
        return new Kinds(property, byClass);
    }

    private static Set<String> names(Merged schema, Place place, List<Part> alternatives, Components components) {
        Set<String> names = new LinkedHashSet<>();
        alternatives.forEach(part -> {
            String name = Components.schemaName(part.schema());
            if (name != null) {
                names.add(name);
            }
        });
        if (alternatives.isEmpty() && schema.choices.isEmpty() && place.isComponent()) {
            names.addAll(components.descendants(ownName(place)));
        }
        return names;
    }

    private static String ownName(Place place) {
        return JsonPointers.unescape(
                place.pointer().substring(Math.min(place.pointer().length(), Components.SCHEMAS.length())));
    }

    private static void mapped(
            JsonNode discriminator, Place place, Components components, Map<String, Set<String>> byName) {
        discriminator.path("mapping").properties().forEach(entry -> {
            String target = entry.getValue().asText();
            String name = target.startsWith(Components.SCHEMAS)
                    ? JsonPointers.unescape(target.substring(Components.SCHEMAS.length()))
                    : target.replaceAll("^.*/|\\.(ya?ml|json)$", "");
            // Bundled documents often keep the names of files that they were made of: nothing is told apart by those.
            if (components.schemas().containsKey(name) && !name.equals(ownName(place))) {
                byName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(entry.getKey());
            }
        });
    }

    private static boolean isNamedOrNoObject(JsonNode schema) {
        String type = schema.path("type").asText("");
        return schema.has("$ref") || (!type.isEmpty() && !type.equals("object"));
    }

    /** Returns the property of which each schema has constants of its own, or nothing; then all have no text. */
    private static String constants(
            Map<String, JsonNode> parts, boolean areAll, Components components, Map<String, Set<String>> byName) {
        Map<String, Merged> merged = new LinkedHashMap<>();
        parts.forEach((name, part) -> merged.put(name, Merged.of(part, Place.inPlace(name, name), components)));
        Set<String> candidates =
                new LinkedHashSet<>(merged.values().iterator().next().properties.keySet());
        merged.values().forEach(each -> candidates.retainAll(each.properties.keySet()));
        for (String property : candidates) {
            Map<String, Set<String>> found = new LinkedHashMap<>();
            Set<String> all = new HashSet<>();
            boolean isApart = areAll && merged.size() > 1;
            for (Map.Entry<String, Merged> part : merged.entrySet()) {
                Set<String> values = constants(part.getValue(), property, components);
                isApart &= !values.isEmpty() && values.stream().allMatch(all::add);
                found.put(part.getKey(), values);
            }
            if (isApart) {
                byName.putAll(found);
                return property;
            }
        }
        parts.keySet().forEach(name -> byName.put(name, Set.of()));
        return "";
    }

    private static Set<String> constants(Merged schema, String property, Components components) {
        Set<String> texts = new LinkedHashSet<>();
        for (Part part : schema.properties.getOrDefault(property, List.of())) {
            Merged value = Merged.of(part.schema(), part.place(), components);
            ArrayNode constants = value.choices.isEmpty() ? Enums.values(value) : null;
            if (constants != null) {
                texts.clear(); // the last part narrows those before it
                constants.forEach(constant -> texts.add(constant.asText()));
            }
        }
        return texts;
    }

    /** Writes for the templates what tells the class apart. */
    void describe(String className, ObjectNode written) {
        if (!property.isEmpty()) {
            written.put("property", Javadoc.javaString(property));
            ArrayNode texts = written.putArray("values");
            values.getOrDefault(className, Set.of()).forEach(value -> texts.add(Javadoc.javaString(value)));
        }
    }
}
