package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** References by name, as OpenAPI 3.1 has them ({@code $id}, {@code $anchor}, {@code $dynamicAnchor}), become references by place. */
final class Anchors {
    /** What looks like a reference in here is a value. */
    private static final Set<String> VALUES = Set.of("example", "examples", "default", "const", "enum");

    private final Map<String, String> places = new HashMap<>();

    private Anchors() {}

    static void replace(ObjectNode document) {
        Anchors anchors = new Anchors();
        anchors.collect(document, "#");
        if (!anchors.places.isEmpty()) {
            anchors.rewrite(document);
        }
    }

    private void collect(JsonNode node, String place) {
        if (node.isObject()) {
            for (String keyword : Set.of("$anchor", "$dynamicAnchor")) {
                if (node.path(keyword).isTextual()) {
                    // A name that several have means another one in each: any value.
                    places.merge("#" + node.path(keyword).textValue(), place, (one, other) -> "");
                }
            }
            if (node.path("$id").isTextual()) {
                places.putIfAbsent(node.path("$id").textValue(), place);
            }
            node.properties().forEach(entry -> {
                if (!VALUES.contains(entry.getKey())) {
                    collect(entry.getValue(), place + "/" + JsonPointers.escape(entry.getKey()));
                }
            });
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), place + "/" + i);
            }
        }
    }

    private void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String keyword : Set.of("$ref", "$dynamicRef")) {
                String place = place(object.path(keyword).asText(""));
                if (!place.isEmpty()) {
                    object.remove(keyword);
                    object.put("$ref", place);
                }
            }
            object.properties().forEach(entry -> {
                if (!VALUES.contains(entry.getKey())) {
                    rewrite(entry.getValue());
                }
            });
        } else {
            node.forEach(this::rewrite);
        }
    }

    /** Returns where the name is, or nothing. */
    private String place(String reference) {
        String known = places.get(reference);
        int hash = reference.indexOf("#/");
        if (known == null && hash > 0 && places.containsKey(reference.substring(0, hash))) {
            return places.get(reference.substring(0, hash)) + reference.substring(hash + 1);
        }
        return known == null ? "" : known;
    }
}
