package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for what is invalid in a document that is published all the same, and mends it: no type where the type is none, any
 * value where a reference leads nowhere. Whoever asks decides whether the mended document may be used.
 */
final class Faults {
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object", "");
    /** Not looked into: values that may look like schemas, and what no call needs. */
    private static final Set<String> VALUES =
            Set.of("example", "examples", "default", "enum", "const", "callbacks", "links", "security", "servers");

    private final ObjectNode document;
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<SpecificationException> faults = new ArrayList<>();

    private Faults(ObjectNode document) {
        this.document = document;
    }

    /** Mends the document; returns what was wrong, in the order of the document. */
    static List<SpecificationException> mend(ObjectNode document) {
        Faults faults = new Faults(document);
        faults.look();
        return faults.faults;
    }

    private void look() {
        document.at("/components/schemas")
                .properties()
                .forEach(entry -> schema(entry.getValue(), Components.SCHEMAS + JsonPointers.escape(entry.getKey())));
        for (String kind : List.of("parameters", "requestBodies", "responses", "headers")) {
            node(document.path("components").path(kind), "#/components/" + kind);
        }
        if (document.path("paths") instanceof ObjectNode paths) {
            PathFaults addresses = new PathFaults(this, faults);
            addresses.mendAddresses(paths);
            node(paths, "#/paths");
            addresses.mendVariables(paths);
        }
    }

    private void fault(String place, String what, String remedy) {
        faults.add(new SpecificationException(place, what, remedy));
    }

    /** Anything but a schema. */
    private void node(JsonNode node, String place) {
        if (!seen.add(node)) {
            return;
        }
        if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> entries =
                            node.properties().iterator();
                    entries.hasNext(); ) {
                Map.Entry<String, JsonNode> entry = entries.next();
                String at = place + "/" + JsonPointers.escape(entry.getKey());
                if (leadsNowhere(entry.getValue(), at)) {
                    entries.remove();
                } else if (entry.getKey().equals("schema")) {
                    schema(entry.getValue(), at);
                } else if (!VALUES.contains(entry.getKey()) && !entry.getKey().startsWith("x-")) {
                    node(entry.getValue(), at);
                }
            }
        } else if (node instanceof ArrayNode list) {
            int index = 0;
            for (Iterator<JsonNode> each = list.iterator(); each.hasNext(); ) {
                JsonNode element = each.next();
                String at = place + "/" + index++;
                if (leadsNowhere(element, at)) {
                    each.remove();
                } else {
                    node(element, at);
                }
            }
        }
    }

    /** Says of a parameter, a response and the like that there is none; a schema is mended where it is looked at. */
    private boolean leadsNowhere(JsonNode node, String place) {
        if (!node.path("$ref").isTextual() || place.endsWith("/schema")) {
            return false;
        }
        String reference = node.path("$ref").textValue();
        if (target(reference).isMissingNode()) {
            fault(place, "the reference " + reference + " leads nowhere", "Correct it.");
            return true;
        }
        return false;
    }

    private void schema(JsonNode node, String place) {
        if (!(node instanceof ObjectNode schema) || !seen.add(node)) {
            return;
        }
        if (schema.path("$ref").isTextual()) {
            String reference = schema.path("$ref").textValue();
            JsonNode target = target(reference);
            if (target.isMissingNode()) {
                fault(place, "the reference " + reference + " leads nowhere", "Correct it.");
                schema.remove("$ref");
            } else {
                schema(target, reference);
            }
        }
        type(schema, place);
        for (String keyword : List.of("properties", "patternProperties")) {
            schema.path(keyword)
                    .properties()
                    .forEach(entry -> schema(
                            entry.getValue(), place + "/" + keyword + "/" + JsonPointers.escape(entry.getKey())));
        }
        for (String keyword : List.of("items", "additionalProperties", "allOf", "oneOf", "anyOf", "prefixItems")) {
            JsonNode part = schema.path(keyword);
            if (part.isArray()) {
                for (int i = 0; i < part.size(); i++) {
                    schema(part.get(i), place + "/" + keyword + "/" + i);
                }
            } else {
                schema(part, place + "/" + keyword);
            }
        }
    }

    private void type(ObjectNode schema, String place) {
        JsonNode type = schema.path("type");
        if (type.isMissingNode()) {
            return;
        }
        boolean isNone = !type.isTextual() && !type.isArray();
        for (String name : Schemas.types(schema)) {
            isNone |= !TYPES.contains(name);
        }
        if (isNone) {
            fault(
                    place,
                    (type.isTextual() ? type.toString() : "what \"type\" says") + " is no type",
                    "Write one of string, integer, number, boolean, array, object.");
            schema.remove("type");
        }
    }

    JsonNode target(String reference) {
        return reference.startsWith("#")
                ? (reference.length() == 1 ? document : JsonPointers.find(document, reference.substring(1)))
                : document.path("components").path("schemas").path(reference);
    }
}
