package io.github.clearstreet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds every example in an OpenAPI document and holds it against the schema that it is an example of. */
final class SpecificationExamples {
    private final JsonNode document;
    private final Schemas schemas;
    private final Map<String, List<String>> problems = new TreeMap<>();

    SpecificationExamples(JsonNode document, Schemas schemas) {
        this.document = document;
        this.schemas = schemas;
    }

    Map<String, List<String>> problems() {
        visit("", document);
        return problems;
    }

    private void visit(String pointer, JsonNode node) {
        if (node.has("schema")) {
            String schema = pointer + "/schema";
            hold(schema, pointer + "/example", node.path("example"));
            node.path("examples")
                    .properties()
                    .forEach(example -> hold(
                            schema,
                            pointer + "/examples/" + example.getKey(),
                            resolve(example.getValue()).path("value")));
        } else if (node.path("examples").isArray()) {
            node.path("examples").forEach(example -> hold(pointer, pointer + "/examples " + example, example));
        }
        node.properties().forEach(child -> {
            if (!child.getKey().startsWith("example")) {
                visit(pointer + "/" + Specification.escape(child.getKey()), child.getValue());
            }
        });
    }

    private JsonNode resolve(JsonNode example) {
        JsonNode reference = example.path("$ref");
        return reference.isMissingNode()
                ? example
                : document.at(reference.asText().substring(1));
    }

    private void hold(String schema, String name, JsonNode example) {
        if (!example.isMissingNode()) {
            problems.put(name, schemas.problems(schema, example));
        }
    }
}
