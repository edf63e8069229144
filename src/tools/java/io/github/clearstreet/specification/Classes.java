package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.ValueType.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The classes that the document needs, as schemas that tell the templates what to write ({@code x-model}). */
final class Classes {
    /** As many codecs are found by one class: its constants are limited. */
    private static final int PART = 1_500;
    /** Above it a class has no Java enum beside its constants: both do not fit into one class file. */
    private static final int MAX_KNOWN = 1_000;

    private final Map<String, ObjectNode> schemas = new TreeMap<>();
    private final Map<String, ArrayNode> values = new HashMap<>();
    private final Deque<ModelDraft> drafts = new ArrayDeque<>();

    void model(String className, ModelDraft draft) {
        schemas.put(className, DocumentReader.JSON.createObjectNode());
        drafts.add(draft);
    }

    /** Writes the classes with fields; each may need more of them. */
    void finish(SchemaCompiler compiler, Names names) {
        ModelWriter writer = new ModelWriter(compiler, names);
        for (ModelDraft draft = drafts.poll(); draft != null; draft = drafts.poll()) {
            schemas.put(draft.className(), writer.write(draft));
        }
    }

    void enumeration(String className, ArrayNode constants, Merged schema, Names names) {
        values.put(className, constants);
        boolean areNumbers = Enums.areNumbers(constants);
        List<String> texts =
                constants.valueStream().map(JsonNode::asText).distinct().toList();
        Map<String, String> constantNames = names.constants(className, texts, areNumbers);
        ObjectNode model = DocumentReader.JSON.createObjectNode();
        model.put("enum", true);
        model.put("known", texts.size() <= MAX_KNOWN);
        model.put(
                "javadoc",
                Javadoc.comment(
                        "",
                        paragraphs(
                                schema,
                                "A value of an open list.",
                                "The list is open: a value that has no constant here is kept as it came.")));
        if (!Enums.areTexts(constants)) {
            model.put("kind", areNumbers ? "NUMBER" : "ANY");
        }
        ArrayNode list = model.putArray("constants");
        constants.valueStream().map(JsonNode::asText).distinct().forEach(text -> {
            ObjectNode constant = list.addObject();
            constant.put("name", constantNames.get(text));
            constant.put("text", Javadoc.javaString(text));
        });
        ObjectNode prepared = DocumentReader.JSON.createObjectNode().put("type", "string");
        // The generator need not know the constants: it would warn of each that is no name in Java.
        prepared.putArray("enum").add("VALUE");
        prepared.set("x-model", model);
        schemas.put(className, prepared);
    }

    void union(String className, List<ValueType> parts, Merged schema, Kinds kinds) {
        ObjectNode model = DocumentReader.JSON.createObjectNode();
        model.put("union", true);
        model.put(
                "javadoc",
                Javadoc.comment(
                        "",
                        paragraphs(
                                schema,
                                "One of several kinds of values.",
                                "Immutable and thread-safe. A value of another kind is kept as it came.")));
        ArrayNode list = model.putArray("parts");
        for (ValueType part : parts) {
            ObjectNode written = list.addObject();
            written.put("name", suffix(part));
            written.put("type", part.java());
            written.put("codec", part.codec());
            written.put("kind", part.kind().name());
            if (kinds.values().containsKey(part.java())) {
                written.put("apart", true);
                kinds.describe(part.java(), written);
            }
        }
        model.set("imports", Imports.of(model, Imports.FOR_UNIONS));
        ObjectNode prepared = dummy(true);
        prepared.set("x-model", model);
        schemas.put(className, prepared);
    }

    /** Says that null in a body of this class, or of one within it, clears a value. */
    void mergesInto(String className) {
        JsonNode model = schemas.getOrDefault(className, dummy(false)).path("x-model");
        if (model instanceof ObjectNode object && !model.has("patch")) {
            object.put("patch", true);
            model.path("fields").forEach(field -> {
                for (String name : field.path("type").asText().split("\\W+", -1)) {
                    mergesInto(name);
                }
            });
        }
    }

    /** The generator needs a field to take it for a class. */
    static ObjectNode dummy(boolean isRequired) {
        ObjectNode prepared = DocumentReader.JSON.createObjectNode().put("type", "object");
        prepared.putObject("properties").putObject("value").put("type", "string");
        if (isRequired) {
            prepared.putArray("required").add("value");
        }
        return prepared;
    }

    /** {@code List<Map<String, Order>>} is an OrderMapList. */
    private static String suffix(ValueType type) {
        if (type.isContainer()) {
            String element = type.parts().isEmpty() ? "" : suffix(type.parts().get(0));
            return element + (type.kind() == Kind.LIST ? "List" : "Map");
        }
        return type.java();
    }

    static List<String> paragraphs(Merged schema, String otherwise, String last) {
        List<String> paragraphs = new java.util.ArrayList<>(
                Javadoc.paragraphs(schema.keyword("description").asText("")));
        if (paragraphs.isEmpty()) {
            paragraphs.add(otherwise);
        }
        paragraphs.add(last);
        return paragraphs;
    }

    boolean isTextual(ValueType enumeration) {
        ArrayNode constants = values.get(enumeration.java());
        return constants != null && Enums.areTexts(constants);
    }

    ArrayNode values(ValueType enumeration) {
        ArrayNode constants = values.get(enumeration.java());
        return constants == null ? DocumentReader.JSON.createArrayNode() : constants;
    }

    /** Returns all of them, each with the number of the part of ModelCodecs that finds it. */
    Map<String, ObjectNode> schemas() {
        int index = 0;
        for (ObjectNode schema : schemas.values()) {
            if (schema.path("x-model") instanceof ObjectNode model) {
                model.put("part", index / PART + 1);
                model.put("opensPart", index % PART == 0);
            }
            index++;
        }
        return schemas;
    }
}
