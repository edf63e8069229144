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
        Map<String, Merged> objects = objects(schema, alternatives, className, compiler, components);
        if (!discriminator.isObject()) {
            long others = alternatives.stream()
                    .filter(part -> isNoObject(part.schema(), components))
                    .count();
            boolean areAll = objects.size() > 1 && objects.size() + others >= alternatives.size();
            return alternatives.size() < 2 || objects.isEmpty()
                    ? new Kinds("", Map.of())
                    : ofConstants(objects, areAll, components);
        }
        String property = discriminator.path("propertyName").asText("");
        Map<String, Set<String>> byName = new LinkedHashMap<>();
        mapped(discriminator, place, components, byName);
        names(schema, place, alternatives, components)
                .forEach(name -> byName.computeIfAbsent(name, key -> new LinkedHashSet<>(Set.of(name))));
        Map<String, Set<String>> byClass = new LinkedHashMap<>();
        byName.forEach((name, values) -> {
            ValueType type = compiler.component(name, place).type();
            if (type.kind() == Kind.MODEL && !type.java().equals(className)) {
                byClass.computeIfAbsent(type.java(), key -> new LinkedHashSet<>())
                        .addAll(values);
            }
        });
        // A part in place has no name that a value could have: its own constant says which it is.
        objects.forEach((java, part) -> {
            Set<String> values = constants(part, property, components);
            if (!values.isEmpty()) {
                byClass.putIfAbsent(java, values);
            }
        });
        return new Kinds(property, byClass);
    }

    /** Returns the alternatives that are classes with fields, by their classes. */
    private static Map<String, Merged> objects(
            Merged schema, List<Part> alternatives, String className, SchemaCompiler compiler, Components components) {
        Map<String, Merged> objects = new LinkedHashMap<>();
        int index = 0;
        for (Part part : alternatives) {
            ValueType type = compiler.alternative(schema, part, className, index++);
            if (type.kind() == Kind.MODEL && !type.java().equals(className)) {
                objects.put(type.java(), Merged.of(part.schema(), part.place(), components));
            }
        }
        return objects;
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

    /** Returns whether no object is one of this. */
    private static boolean isNoObject(JsonNode schema, Components components) {
        String type = components.resolve(schema, "").path("type").asText("");
        return !type.isEmpty() && !type.equals("object");
    }

    /** Told apart by the property of which each has constants of its own, or by nothing; then all have no text. */
    private static Kinds ofConstants(Map<String, Merged> objects, boolean areAll, Components components) {
        Set<String> candidates = new LinkedHashSet<>(
                objects.values().iterator().next().properties.keySet());
        objects.values().forEach(each -> candidates.retainAll(each.properties.keySet()));
        for (String property : candidates) {
            Map<String, Set<String>> found = new LinkedHashMap<>();
            Set<String> all = new HashSet<>();
            boolean isApart = areAll;
            for (Map.Entry<String, Merged> object : objects.entrySet()) {
                Set<String> values = constants(object.getValue(), property, components);
                isApart &= !values.isEmpty() && values.stream().allMatch(all::add);
                found.put(object.getKey(), values);
            }
            if (isApart) {
                return new Kinds(property, found);
            }
        }
        Map<String, Set<String>> none = new LinkedHashMap<>();
        objects.keySet().forEach(java -> none.put(java, Set.of()));
        return new Kinds("", none);
    }

    /** Returns the texts that a property can have, if it is an enum. */
    static Set<String> constants(Merged schema, String property, Components components) {
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
