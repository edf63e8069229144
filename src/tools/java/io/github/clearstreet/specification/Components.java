package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What references of one document lead to. */
final class Components {
    static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode document;
    private final Map<String, JsonNode> schemas = new LinkedHashMap<>();
    /** By the name of a schema, the names of those that have it among their parts. */
    private final Map<String, Set<String>> children = new LinkedHashMap<>();

    Components(ObjectNode document) {
        this.document = document;
        document.at("/components/schemas").properties().forEach(entry -> schemas.put(entry.getKey(), entry.getValue()));
        schemas.forEach((name, schema) -> schema.path("allOf").forEach(part -> {
            String parent = schemaName(part);
            if (parent != null) {
                children.computeIfAbsent(parent, key -> new LinkedHashSet<>()).add(name);
            }
        }));
    }

    Map<String, JsonNode> schemas() {
        return schemas;
    }

    /** Returns the names of all schemas that inherit from one, at any depth. */
    Set<String> descendants(String parent) {
        Set<String> found = new LinkedHashSet<>();
        collect(parent, found);
        return found;
    }

    private void collect(String parent, Set<String> found) {
        for (String child : children.getOrDefault(parent, Set.of())) {
            if (found.add(child)) {
                collect(child, found);
            }
        }
    }

    /** Returns the name of the component that a reference leads to, or null if it leads elsewhere. */
    static @org.jspecify.annotations.Nullable String schemaName(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.startsWith(SCHEMAS) && reference.indexOf('/', SCHEMAS.length()) < 0
                ? JsonPointers.unescape(reference.substring(SCHEMAS.length()))
                : null;
    }

    /** Returns what the reference leads to, through other references. */
    JsonNode resolve(JsonNode node, String place) {
        JsonNode found = node;
        for (int i = 0; found.path("$ref").isTextual(); i++) {
            if (i > 100) {
                throw new SpecificationException(place, "the references go in a circle", "Break the circle.");
            }
            found = target(found, place);
        }
        return found;
    }

    /** Returns what one reference leads to. */
    JsonNode target(JsonNode node, String place) {
        String reference = node.path("$ref").textValue();
        JsonNode target = reference.startsWith("#")
                ? (reference.length() == 1 ? document : JsonPointers.find(document, reference.substring(1)))
                : document.path("components").path("schemas").path(reference);
        if (target.isMissingNode()) {
            throw new SpecificationException(place, "the reference " + reference + " leads nowhere", "Correct it.");
        }
        return target;
    }
}
