package io.github.clearstreet.surface;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Reads schemas: what a type is called, and the facts of every schema. A schema without a name of its own is called
 * after the place where it stands, for example {@code Order.legs[]}.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // The parser's model is raw.
final class SchemaReader {
    private final Map<String, Schema> components;
    private final Map<String, List<Fact>> facts = new TreeMap<>();
    /** Which schemas a schema refers to, directly. */
    private final Map<String, Set<String>> references = new TreeMap<>();
    /** Which schemas requests and answers refer to, by direction. */
    private final Map<String, Set<String>> roots = new TreeMap<>();

    SchemaReader(Map<String, Schema> components) {
        this.components = components;
        components.forEach((name, schema) -> describe(name, schema, ""));
    }

    /** Returns the name of a type, and notes what it refers to as sent or as answered. */
    String typeOf(@Nullable Schema schema, String path, String direction) {
        Set<String> found = roots.computeIfAbsent(direction, key -> new TreeSet<>());
        return type(schema, path, found, direction);
    }

    /** Returns the facts of all schemas that were met, each with the directions in which it travels. */
    List<Fact> facts() {
        Map<String, Set<String>> travelling = new TreeMap<>();
        roots.forEach((direction, names) -> travelling.put(direction, reachable(names)));
        return facts.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(fact -> fact.kind() == Fact.Kind.SCHEMA ? withDirections(fact, travelling) : fact))
                .toList();
    }

    private static Fact withDirections(Fact fact, Map<String, Set<String>> travelling) {
        List<String> details = new ArrayList<>(fact.details());
        travelling.forEach((direction, names) -> SurfaceReader.addIf(names.contains(fact.owner()), direction, details));
        return new Fact(fact.kind(), fact.owner(), fact.name(), details);
    }

    private Set<String> reachable(Set<String> from) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (reached.add(name)) {
                open.addAll(references.getOrDefault(name, Set.of()));
            }
        }
        return reached;
    }

    /** Notes the facts of a schema: its fields or values. */
    private void describe(String name, Schema<?> described, String direction) {
        Schema<?> schema = core(described);
        List<Fact> own = new ArrayList<>();
        facts.put(name, own);
        Set<String> found = references.computeIfAbsent(name, key -> new TreeSet<>());
        String type;
        addMapping(name, schema, own);
        if (isEnum(schema)) {
            type = base(schema) + " enum";
            schema.getEnum().stream()
                    .filter(Objects::nonNull)
                    .forEach(value -> own.add(new Fact(Fact.Kind.VALUE, name, text(value), List.of())));
        } else if (isObject(schema)) {
            type = "object";
            Set<String> required = new HashSet<>();
            Map<String, Schema> properties = new LinkedHashMap<>();
            collect(schema, properties, required);
            properties.forEach((field, property) -> {
                List<String> details = new ArrayList<>();
                details.add(type(property, name + "." + field, found, direction));
                details.add(required.contains(field) ? "required" : "optional");
                SurfaceReader.addIf(isNullable(property) || isNullable(resolve(property)), "nullable", details);
                SurfaceReader.addIf(property.getDeprecated(), "deprecated", details);
                SurfaceReader.addIf(property.getReadOnly(), "read only", details);
                SurfaceReader.addIf(property.getWriteOnly(), "write only", details);
                details.addAll(fixedValues(property));
                own.add(new Fact(Fact.Kind.FIELD, name, field, details));
            });
        } else {
            type = type(schema, name, found, direction);
        }
        own.add(new Fact(Fact.Kind.SCHEMA, name, "", List.of(type)));
    }

    private String type(@Nullable Schema<?> schema, String path, Set<String> found, String direction) {
        if (schema == null) {
            return "any value";
        }
        if (schema.get$ref() != null) {
            String name = ModelUtils.getSimpleRef(schema.get$ref());
            found.add(name);
            return name;
        }
        List<Schema> choices = choices(schema);
        if (choices.size() == 1) {
            return type(choices.get(0), path, found, direction);
        }
        if (!choices.isEmpty()) {
            String names = choices.stream()
                    .map(choice -> type(choice, path + "." + (choices.indexOf(choice) + 1), found, direction))
                    .collect(Collectors.joining(" | "));
            String type = (schema.getOneOf() == null ? "any of " : "one of ")
                    + names
                    + (schema.getDiscriminator() == null
                            ? ""
                            : " by " + schema.getDiscriminator().getPropertyName());
            noteMapping(path, schema, type, found);
            return type;
        }
        if (isEnum(schema) || isObject(schema)) {
            found.add(path);
            describe(path, schema, direction);
            return path;
        }
        if (base(schema).equals("array")) {
            return "list of " + type(schema.getItems(), path + "[]", found, direction);
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values
                && !base(schema).equals("any value")) {
            return "map of " + type(values, path + "{}", found, direction);
        }
        if (base(schema).equals("object")) {
            return "object of any shape";
        }
        return base(schema) + (schema.getFormat() == null ? "" : "(" + schema.getFormat() + ")");
    }

    /** A choice that is written in place has a mapping, too. */
    private void noteMapping(String path, Schema<?> schema, String type, Set<String> found) {
        List<Fact> own = new ArrayList<>();
        addMapping(path, schema, own);
        if (!own.isEmpty() && facts.putIfAbsent(path, own) == null) {
            found.add(path);
            own.add(new Fact(Fact.Kind.SCHEMA, path, "", List.of(type)));
        }
    }

    private static void addMapping(String name, Schema<?> schema, List<Fact> own) {
        if (schema.getDiscriminator() != null && schema.getDiscriminator().getMapping() != null) {
            schema.getDiscriminator()
                    .getMapping()
                    .forEach((value, target) -> own.add(
                            new Fact(Fact.Kind.MAPPING, name, value, List.of(ModelUtils.getSimpleRef(target)))));
        }
    }

    /** Returns what is sent or meant without being chosen: a constant, a default. */
    List<String> fixedValues(@Nullable Schema<?> schema) {
        List<String> values = new ArrayList<>();
        Schema<?> resolved = schema == null ? new Schema<>() : resolve(schema);
        if (resolved.getConst() != null) {
            values.add("const " + inOneDetail(resolved.getConst()));
        }
        Object value = schema != null && schema.getDefault() != null ? schema.getDefault() : resolved.getDefault();
        if (value != null) {
            values.add("default " + inOneDetail(value));
        }
        return values;
    }

    private static String inOneDetail(Object value) {
        return text(value).replace(", ", ",");
    }

    /** Adds the properties of a schema and of the parts of its allOf; a later one overrides an earlier one. */
    private void collect(Schema<?> schema, Map<String, Schema> properties, Set<String> required) {
        orEmpty(schema.getAllOf()).forEach(part -> collect(resolve(part), properties, required));
        if (schema.getProperties() != null) {
            properties.putAll(schema.getProperties());
        }
        required.addAll(orEmpty(schema.getRequired()));
    }

    Schema<?> resolve(@Nullable Schema<?> schema) {
        if (schema == null) {
            return new Schema<>();
        }
        return schema.get$ref() == null
                ? schema
                : components.getOrDefault(ModelUtils.getSimpleRef(schema.get$ref()), new Schema<>());
    }

    /** Returns what a value may be, null left aside; empty if the schema offers no choice. */
    private static List<Schema> choices(Schema<?> schema) {
        List<Schema> all = new ArrayList<>();
        all.addAll(orEmpty(schema.getOneOf()));
        all.addAll(orEmpty(schema.getAnyOf()));
        if (all.isEmpty()
                && schema.getProperties() == null
                && orEmpty(schema.getAllOf()).size() == 1) {
            all.addAll(schema.getAllOf());
        }
        all.removeIf(choice -> types(choice).equals(Set.of("null")));
        return all;
    }

    /** Returns the schema, or the only one that it wraps. */
    private static Schema<?> core(Schema<?> schema) {
        List<Schema> choices = choices(schema);
        return choices.size() == 1 && choices.get(0).get$ref() == null ? core(choices.get(0)) : schema;
    }

    /** Whether null is a value, of the schema or of what it refers to. */
    boolean mayBeNull(@Nullable Schema<?> schema) {
        return schema != null && (isNullable(schema) || isNullable(resolve(schema)));
    }

    private static boolean isNullable(Schema<?> schema) {
        return Boolean.TRUE.equals(schema.getNullable())
                || types(schema).contains("null")
                || Stream.concat(orEmpty(schema.getOneOf()).stream(), orEmpty(schema.getAnyOf()).stream())
                        .anyMatch(choice -> isNullable(choice));
    }

    private static boolean isEnum(Schema<?> schema) {
        return schema.getEnum() != null;
    }

    private static boolean isObject(Schema<?> schema) {
        return schema.getProperties() != null || orEmpty(schema.getAllOf()).size() > 1;
    }

    private static String base(Schema<?> schema) {
        Set<String> types = types(schema);
        return types.equals(Set.of("null"))
                ? "null"
                : types.isEmpty()
                        ? "any value"
                        : types.stream().filter(type -> !type.equals("null")).collect(Collectors.joining("|"));
    }

    /** OpenAPI 3.1 has a set of types, 3.0 has one. */
    private static Set<String> types(Schema<?> schema) {
        Set<String> types = new TreeSet<>();
        if (schema.getTypes() != null) {
            types.addAll(schema.getTypes());
        } else if (schema.getType() != null) {
            types.add(schema.getType());
        }
        return types;
    }

    private static String text(Object value) {
        String text = value.toString().replace("\n", "\\n");
        return text.isBlank() ? "\"" + text + "\"" : text;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
