package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Brings the examples of a document to the schemas of their texts and numbers: what it shows can be read later. */
final class Samples {
    private static final String FIELD = "x-samples";
    /** Without a type, {@code items} speaks of lists only; the document shows that there are other values. */
    static final String NO_LIST = "x-no-list";

    private static final int MAX_DEPTH = 50;

    private final ObjectNode document;
    private final Components components;

    Samples(ObjectNode document, Components components) {
        this.document = document;
        this.components = components;
    }

    /** Returns the examples of a text or a number, wherever they stand. */
    static List<JsonNode> of(JsonNode schema) {
        List<JsonNode> samples = new ArrayList<>();
        for (String field : List.of("example", "default")) {
            if (schema.has(field)) {
                samples.add(schema.path(field));
            }
        }
        if (schema.path("examples").isArray()) {
            schema.path("examples").forEach(samples::add);
        }
        schema.path(FIELD).forEach(samples::add);
        return samples;
    }

    void distribute() {
        components.schemas().values().forEach(schema -> inSchema(schema, 0));
        find(document.path("paths"), 0);
        find(document.at("/components/responses"), 0);
        find(document.at("/components/requestBodies"), 0);
    }

    /** Looks for media types: what has a schema and examples beside it. */
    private void find(JsonNode node, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node.isObject() && node.path("schema").isObject()) {
            JsonNode schema = node.path("schema");
            give(schema, node.path("example"), 0);
            node.path("examples").forEach(example -> {
                JsonNode found = example.path("$ref").isTextual() ? components.resolve(example, "examples") : example;
                give(schema, found.path("value"), 0);
            });
            inSchema(schema, 0);
        } else {
            node.forEach(child -> find(child, depth + 1));
        }
    }

    /** Looks for examples of objects and lists within a schema. */
    private void inSchema(JsonNode schema, int depth) {
        if (depth > MAX_DEPTH || !schema.isObject()) {
            return;
        }
        for (JsonNode sample : of(schema)) {
            if (sample.isContainerNode()) {
                give(schema, sample, 0);
            }
        }
        schema.path("properties").forEach(property -> inSchema(property, depth + 1));
        for (String field : List.of("items", "additionalProperties")) {
            inSchema(schema.path(field), depth + 1);
        }
        for (String field : List.of("allOf", "oneOf", "anyOf", "prefixItems")) {
            schema.path(field).forEach(part -> inSchema(part, depth + 1));
        }
    }

    private void give(JsonNode schema, JsonNode value, int depth) {
        if (depth > MAX_DEPTH || value.isMissingNode() || value.isNull() || !schema.isObject()) {
            return;
        }
        if (schema.path("$ref").isTextual()) {
            give(components.target(schema, "examples"), value, depth + 1);
        }
        schema.path("allOf").forEach(part -> give(part, value, depth + 1));
        for (String field : List.of("oneOf", "anyOf")) {
            List<JsonNode> alternatives = new ArrayList<>();
            schema.path(field).forEach(alternative -> {
                if (!Schemas.isNull(alternative)) {
                    alternatives.add(alternative);
                }
            });
            // Objects become one class, whose fields have to read all that is shown.
            if (alternatives.size() == 1 || value.isObject()) {
                alternatives.forEach(alternative -> give(alternative, value, depth + 1));
            }
        }
        if (!value.isArray() && schema.has("items") && !schema.has("type") && schema instanceof ObjectNode untyped) {
            untyped.put(NO_LIST, true);
        }
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                JsonNode property = schema.path("properties").path(entry.getKey());
                give(property.isObject() ? property : schema.path("additionalProperties"), entry.getValue(), depth + 1);
            });
        } else if (value.isArray()) {
            value.forEach(element -> give(schema.path("items"), element, depth + 1));
        } else if (Set.of("string", "integer", "number").containsAll(Schemas.types(schema))
                && schema instanceof ObjectNode object
                && schema.has("type")) {
            ArrayNode samples = object.withArray(FIELD);
            if (samples.size() < 100) {
                samples.add(value);
            }
        }
    }
}
