package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.Merged.Part;
import io.github.clearstreet.specification.ValueType.Kind;
import io.github.clearstreet.specification.ValueType.Typed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tells the templates what a class with fields is made of. */
final class ModelWriter {
    /** A method takes at most 255 arguments, and the constructor one more than there are fields. */
    private static final int MAX_ARGUMENTS = 250;

    private final SchemaCompiler compiler;
    private final Names names;

    ModelWriter(SchemaCompiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    ObjectNode write(ModelDraft draft) {
        Merged schema = draft.schema();
        Map<String, List<Part>> parts = parts(draft);
        Map<String, Typed> types = new LinkedHashMap<>();
        parts.forEach((name, all) -> types.put(name, type(name, all, draft)));
        Kinds kinds = compiler.kinds(schema, draft.place(), draft.alternatives(), draft.className());
        String discriminator = kinds.property();
        if (!discriminator.isEmpty()) {
            types.putIfAbsent(discriminator, new Typed(ValueType.STRING, true));
        }
        ObjectNode model = DocumentReader.JSON.createObjectNode();
        model.put("object", true);
        model.put(
                "javadoc",
                Javadoc.comment(
                        "",
                        Classes.paragraphs(
                                schema,
                                "A JSON object of the API.",
                                "Immutable and thread-safe. The accessor of a value that is missing although it is required, or that could not be read, throws {@link UnreadableValueException}; all other accessors work.")));
        Set<String> taken = new HashSet<>();
        kinds.values().keySet().forEach(kind -> taken.add("as" + kind));
        Map<String, String> members = names.members(List.copyOf(types.keySet()), taken);
        ArrayNode fields = model.putArray("fields");
        types.forEach((name, type) -> fields.add(field(
                name,
                Objects.requireNonNull(members.get(name), name),
                type,
                schema,
                parts.getOrDefault(name, List.of()))));
        ArrayNode written = model.putArray("kinds");
        kinds.values().keySet().forEach(kind -> {
            ObjectNode one = written.addObject().put("model", kind);
            kinds.describe(kind, one);
            if (!discriminator.isEmpty()) {
                one.put("field", members.get(discriminator));
                one.put("shown", Javadoc.escape(discriminator));
            }
        });
        model.put("large", types.size() > MAX_ARGUMENTS);
        boolean hasOptional = !kinds.values().isEmpty()
                || fields.valueStream()
                        .anyMatch(field -> field.path("accessor").asText().startsWith("Optional<"));
        model.set("imports", Imports.ofModel(model, hasOptional));
        model.set("codecImports", Imports.of(model, Imports.FOR_CODECS));
        model.set(
                "codecTypes",
                types.size() > MAX_ARGUMENTS
                        ? DocumentReader.JSON.createArrayNode()
                        : Imports.of(model, Imports.FOR_CODEC_TYPES));
        model.put(
                "hasContainers",
                fields.valueStream().anyMatch(field -> field.path("container").asBoolean()));
        model.put("required", numbers(fields, "required"));
        model.put("nullable", numbers(fields, "nullable"));
        boolean hasRequired =
                fields.valueStream().anyMatch(field -> field.path("required").asBoolean());
        ObjectNode prepared = Classes.dummy(hasRequired);
        prepared.set("x-model", model);
        return prepared;
    }

    /** Returns the numbers of the fields that are so, in lines of a dozen. */
    private static String numbers(ArrayNode fields, String what) {
        StringBuilder numbers = new StringBuilder();
        int count = 0;
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).path(what).asBoolean()) {
                numbers.append(count == 0 ? "" : count % 12 == 0 ? ",\n                    " : ", ")
                        .append(i + 1);
                count++;
            }
        }
        return numbers.toString();
    }

    /** Returns the schemas of each property, here and in what the class can be. */
    private Map<String, List<Part>> parts(ModelDraft draft) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        draft.schema().properties.forEach((name, all) -> parts.put(name, new ArrayList<>(all)));
        Unions unions = compiler.unions();
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Part alternative : draft.alternatives()) {
            unions.fields(alternative, seen).forEach((name, all) -> {
                List<Part> known = parts.computeIfAbsent(name, key -> new ArrayList<>());
                for (Part part : all) {
                    if (known.stream().noneMatch(each -> Schemas.alike(each.schema(), part.schema()))) {
                        known.add(part);
                    }
                }
            });
        }
        return parts;
    }

    private Typed type(String name, List<Part> parts, ModelDraft draft) {
        Place place = draft.place().field("properties/" + name, name);
        boolean isChoice = parts.size()
                > draft.schema().properties.getOrDefault(name, List.of()).size();
        return compiler.combine(isChoice ? "anyOf" : "allOf", parts, place);
    }

    private static ObjectNode field(String property, String member, Typed type, Merged schema, List<Part> parts) {
        ObjectNode field = DocumentReader.JSON.createObjectNode();
        boolean isNullable = type.isNullable() || type.type().kind() == Kind.ANY;
        boolean isRequired = schema.required.contains(property);
        boolean isWriteOnly = says(parts, "writeOnly");
        String java = type.type().java();
        field.put("key", Javadoc.javaString(property));
        field.put("name", member);
        field.put("type", java);
        field.put("codec", type.type().codec());
        field.put("required", isRequired && !isNullable && !isWriteOnly);
        field.put("nullable", isNullable);
        field.put("alwaysWritten", isRequired && isNullable && !says(parts, "readOnly"));
        field.put("accessor", isRequired && !isNullable && !isWriteOnly ? primitive(java) : "Optional<" + java + ">");
        field.put("container", type.type().isContainer());
        field.put("readOnly", says(parts, "readOnly"));
        field.put("writeOnly", isWriteOnly);
        field.put("deprecated", says(parts, "deprecated"));
        field.put("javadoc", Javadoc.comment("    ", description(property, parts)));
        return field;
    }

    private static boolean says(List<Part> parts, String keyword) {
        return !parts.isEmpty()
                && parts.stream().allMatch(part -> part.schema().path(keyword).asBoolean(false));
    }

    private static List<String> description(String property, List<Part> parts) {
        for (Part part : parts) {
            List<String> paragraphs =
                    Javadoc.paragraphs(part.schema().path("description").asText(""));
            if (!paragraphs.isEmpty()) {
                return paragraphs;
            }
        }
        return List.of("Returns <code>" + Javadoc.escape(property) + "</code>.");
    }

    private static String primitive(String java) {
        return switch (java) {
            case "Long" -> "long";
            case "Integer" -> "int";
            case "Boolean" -> "boolean";
            default -> java;
        };
    }
}
