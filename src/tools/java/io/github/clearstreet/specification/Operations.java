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
    private final SecurityCompiler security;
    private final Names names;
    private final Set<String> ids = new HashSet<>();
    /** Tags that are one class in Java are one. */
    private final Map<String, String> tags = new HashMap<>();

    private final Set<String> patched = new HashSet<>();
    private int addresses;
    /** By their tags. */
    private final Map<String, List<ObjectNode>> written = new java.util.TreeMap<>();

    Operations(ObjectNode document, Components components, SchemaCompiler compiler, Names names) {
        this.document = document;
        this.components = components;
        this.compiler = compiler;
        this.security = new SecurityCompiler(document, components);
        this.names = names;
    }

    /** Returns the paths with all that the templates need at each operation, and nothing that the generator could misread. */
    ObjectNode prepared() {
        ObjectNode paths = DocumentReader.JSON.createObjectNode();
        document.path("paths").properties().forEach(entry -> {
            if (entry.getKey().startsWith("/")) {
                String place = "#/paths/" + JsonPointers.escape(entry.getKey());
                paths.set(address(), path(entry.getKey(), components.resolve(entry.getValue(), place), place));
            }
        });
        shareImports();
        return paths;
    }

    /** Returns the classes whose nulls clear a value. */
    Set<String> patched() {
        return patched;
    }

    /** The generator rewrites addresses; the templates use those of the document. */
    private String address() {
        return "/" + ++addresses;
    }

    private ObjectNode path(String path, JsonNode item, String place) {
        for (String unknown : List.of("query", "additionalOperations")) {
            if (item.has(unknown)) {
                throw new SpecificationException(
                        place + "/" + unknown,
                        "a method that OpenAPI 3.1 has not has no form here",
                        "Take it away, or describe it as another method.");
            }
        }
        ObjectNode prepared = DocumentReader.JSON.createObjectNode();
        for (String method : METHODS) {
            if (item.path(method) instanceof ObjectNode operation
                    && !operation.path("x-internal").asBoolean(false)) {
                prepared.set(method, operation(path, method, operation, item, place + "/" + method));
            }
        }
        return prepared;
    }

    private ObjectNode operation(String path, String method, ObjectNode operation, JsonNode item, String place) {
        String id = id(path, method, operation.path("operationId").asText(""));
        ObjectNode prepared = DocumentReader.JSON.createObjectNode().put("operationId", id);
        ArrayNode tagged = tags(operation.path("tags"));
        prepared.set("tags", tagged);
        JsonNode servers = operation.has("servers") ? operation.path("servers") : item.path("servers");
        operation.put(OperationCompiler.SERVER, servers.path(0).path("url").asText(""));
        ObjectNode described = new OperationCompiler(compiler, components, security, names)
                .compile(
                        path,
                        method,
                        id,
                        operation,
                        parameters(item.path("parameters"), operation.path("parameters"), place),
                        place);
        if (method.equals("patch") && described.has("body")) {
            patched.add(described.path("body").path("type").asText());
        }
        prepared.set("x-operation", described);
        tagged.forEach(tag ->
                written.computeIfAbsent(tag.asText(), key -> new ArrayList<>()).add(described));
        prepared.putObject("responses").putObject("204").put("description", "See x-operation.");
        return prepared;
    }

    /** The operations of one interface have one list of imports. */
    private void shareImports() {
        written.values().forEach(operations -> {
            for (String list : List.of("feign", "imports", "models", "asyncImports", "asyncModels")) {
                Set<String> all = new java.util.TreeSet<>();
                operations.forEach(operation -> operation.path(list).forEach(each -> all.add(each.asText())));
                operations.forEach(operation -> {
                    ArrayNode shared = operation.putArray(list);
                    all.forEach(shared::add);
                });
            }
        });
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
    private List<ObjectNode> parameters(JsonNode ofPath, JsonNode ofOperation, String place) {
        Map<String, ObjectNode> all = new java.util.LinkedHashMap<>();
        for (JsonNode list : List.of(ofPath, ofOperation)) {
            int index = 0;
            for (JsonNode parameter : list) {
                ObjectNode resolved = resolved(parameter, place + "/parameters/" + index++);
                String reference = parameter.path("$ref").asText("");
                if (!reference.isEmpty()) {
                    // What is shared is named after itself.
                    resolved.put(
                            "x-component", JsonPointers.unescape(reference.substring(reference.lastIndexOf('/') + 1)));
                }
                all.put(
                        resolved.path("in").asText() + ":"
                                + resolved.path("name").asText(),
                        resolved);
            }
        }
        return List.copyOf(all.values());
    }

    private ObjectNode resolved(JsonNode node, String place) {
        if (!(components.resolve(node, place) instanceof ObjectNode object)) {
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
}
