package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives every operation an id and a tag of its own, and brings all that it needs to the place where it is used. */
final class Operations {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode document;
    private final Components components;
    private final SchemaCompiler compiler;
    private final Names names;
    private final Set<String> ids = new HashSet<>();
    private final Set<@org.jspecify.annotations.Nullable String> patched = new HashSet<>();
    /** Tags that are one class in Java are one. */
    private final Map<String, String> tags = new HashMap<>();

    Operations(ObjectNode document, Components components, SchemaCompiler compiler, Names names) {
        this.document = document;
        this.components = components;
        this.compiler = compiler;
        this.names = names;
    }

    /** Returns the paths with every reference but those to schemas resolved. */
    ObjectNode prepared() {
        ObjectNode paths = DocumentReader.JSON.createObjectNode();
        document.path("paths").properties().forEach(entry -> {
            if (entry.getKey().startsWith("/")) {
                String place = "#/paths/" + JsonPointers.escape(entry.getKey());
                paths.set(entry.getKey(), path(entry.getKey(), components.resolve(entry.getValue(), place), place));
            }
        });
        return paths;
    }

    /** Returns the classes whose nulls clear a value. */
    Set<@org.jspecify.annotations.Nullable String> patched() {
        return patched;
    }

    private ObjectNode path(String path, JsonNode item, String place) {
        ObjectNode prepared = DocumentReader.JSON.createObjectNode();
        for (String method : METHODS) {
            if (item.path(method) instanceof ObjectNode operation) {
                prepared.set(method, operation(path, method, shallowCopy(operation), item, place + "/" + method));
            }
        }
        return prepared;
    }

    private ObjectNode operation(String path, String method, ObjectNode operation, JsonNode item, String place) {
        String id = id(path, method, operation.path("operationId").asText(""));
        operation.put("x-operation-id", operation.path("operationId").asText(id));
        operation.put("operationId", id);
        operation.set("tags", tags(operation.path("tags")));
        for (String dropped : List.of("x-internal", "callbacks", "servers")) {
            operation.remove(dropped);
        }
        operation.set("parameters", parameters(item.path("parameters"), operation.path("parameters"), id, place));
        if (operation.has("requestBody")) {
            String name = name(operation.path("requestBody"), id, "_request");
            ObjectNode body = resolved(operation.path("requestBody"), place + "/requestBody");
            content(body, place + "/requestBody", name);
            if (method.equals("patch")) {
                body.path("content").forEach(media -> patched.add(Components.schemaName(media.path("schema"))));
            }
            operation.set("requestBody", body);
        }
        ObjectNode responses = DocumentReader.JSON.createObjectNode();
        operation.path("responses").properties().forEach(entry -> {
            String at = place + "/responses/" + entry.getKey();
            if (!entry.getKey().startsWith("x-")) {
                ObjectNode response = resolved(entry.getValue(), at);
                content(response, at, name(entry.getValue(), id, "_" + entry.getKey() + "_response"));
                response.remove("headers");
                response.remove("links");
                responses.set(entry.getKey(), response);
            }
        });
        operation.set("responses", responses);
        return operation;
    }

    private String id(String path, String method, String given) {
        String wanted = names.operation(given.isBlank() ? path + "_" + method : given);
        if (!ids.add(wanted.toLowerCase(Locale.ROOT))) {
            String base = names.operation((given.isBlank() ? "" : given + "_") + path + "_" + method);
            wanted = base;
            for (int i = 2; !ids.add(wanted.toLowerCase(Locale.ROOT)); i++) {
                wanted = base + i;
            }
        }
        return wanted;
    }

    private ArrayNode tags(JsonNode given) {
        ArrayNode prepared = DocumentReader.JSON.createArrayNode();
        Set<String> seen = new HashSet<>();
        List<String> all = new ArrayList<>();
        given.forEach(tag -> all.add(tag.asText()));
        if (all.isEmpty()) {
            all.add("Default");
        }
        for (String tag : all) {
            String name = names.tag(tag);
            String key = name.toLowerCase(Locale.ROOT);
            String first = tags.computeIfAbsent(key, none -> tag);
            if (seen.add(key)) {
                prepared.add(names.tag(first));
            }
        }
        return prepared;
    }

    /** Those of the operation come after those of the path, and in the place of the same ones. */
    private ArrayNode parameters(JsonNode ofPath, JsonNode ofOperation, String id, String place) {
        Map<String, ObjectNode> all = new java.util.LinkedHashMap<>();
        for (JsonNode list : List.of(ofPath, ofOperation)) {
            int index = 0;
            for (JsonNode parameter : list) {
                String at = place + "/parameters/" + index++;
                ObjectNode resolved = resolved(parameter, at);
                String name = resolved.path("name").asText();
                schema(resolved, "schema", at, name(parameter, id, "_" + name + "_parameter"));
                content(resolved, at, name(parameter, id, "_" + name + "_parameter"));
                all.put(resolved.path("in").asText() + ":" + name, resolved);
            }
        }
        ArrayNode prepared = DocumentReader.JSON.createArrayNode();
        all.values().forEach(prepared::add);
        return prepared;
    }

    /** What is shared is named after itself. */
    private static String name(JsonNode node, String operationId, String suffix) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty()
                ? operationId + suffix
                : JsonPointers.unescape(reference.substring(reference.lastIndexOf('/') + 1))
                        + suffix.replaceAll(".*_", "_");
    }

    private ObjectNode resolved(JsonNode node, String place) {
        JsonNode found = components.resolve(node, place);
        if (!(found instanceof ObjectNode object)) {
            throw new SpecificationException(place, "this is no object", "Correct it.");
        }
        return shallowCopy(object);
    }

    /** Not deep: the types of schemas are kept by the schema. */
    private static ObjectNode shallowCopy(ObjectNode object) {
        ObjectNode copy = DocumentReader.JSON.createObjectNode();
        copy.setAll(object);
        return copy;
    }

    private void content(ObjectNode holder, String place, String name) {
        if (!(holder.path("content") instanceof ObjectNode content)) {
            return;
        }
        ObjectNode prepared = DocumentReader.JSON.createObjectNode();
        content.properties().forEach(entry -> {
            ObjectNode media = DocumentReader.JSON.createObjectNode();
            if (entry.getValue() instanceof ObjectNode given) {
                media.setAll(given);
            }
            media.remove("example");
            media.remove("examples");
            schema(media, "schema", place + "/content/" + JsonPointers.escape(entry.getKey()), name);
            prepared.set(entry.getKey(), media);
        });
        holder.set("content", prepared);
    }

    private void schema(ObjectNode holder, String field, String place, String name) {
        JsonNode schema = holder.path(field);
        if (schema.isObject()) {
            ValueType.Typed type = compiler.compile(schema, Place.inPlace(place + "/" + field, name));
            holder.set(field, Prepared.schema(type, schema));
        }
    }
}
