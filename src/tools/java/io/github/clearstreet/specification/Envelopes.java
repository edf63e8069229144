package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Error bodies whose examples contradict their schema: the schema says {@code {code, message}} and each example is
 * {@code {error: {code, message}, metadata}}. Such a response gets a schema that reads both.
 */
final class Envelopes {
    private final ObjectNode document;
    private final Components components;
    /** The name of the schema for both by the name of the one that is declared. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private Envelopes(ObjectNode document) {
        this.document = document;
        this.components = new Components(document);
    }

    static void add(ObjectNode document) {
        Envelopes envelopes = new Envelopes(document);
        List<JsonNode> errors = envelopes.errors();
        Map<String, Map<String, Boolean>> fields = new LinkedHashMap<>();
        errors.forEach(media -> envelopes.look(media, fields));
        fields.forEach(envelopes::declare);
        errors.forEach(envelopes::replace);
    }

    /** Returns the media types of all responses that tell of an error. */
    private List<JsonNode> errors() {
        List<JsonNode> errors = new ArrayList<>();
        List<JsonNode> media = new ArrayList<>();
        document.path("paths")
                .forEach(item -> item.forEach(operation -> operation
                        .path("responses")
                        .properties()
                        .forEach(response -> {
                            if (!response.getKey().startsWith("2")
                                    && !response.getKey().startsWith("x-")) {
                                errors.add(components.resolve(response.getValue(), "#/paths"));
                            }
                        })));
        errors.forEach(response -> response.path("content").forEach(media::add));
        return media;
    }

    /** Remembers which fields the examples have around the declared schema; true for the one that holds it. */
    private void look(JsonNode media, Map<String, Map<String, Boolean>> fields) {
        String name = Components.schemaName(media.path("schema"));
        if (name == null || !components.schemas().containsKey(name)) {
            return;
        }
        JsonNode schema = components.resolve(media.path("schema"), "#/paths");
        examples(media).forEach(example -> {
            String holder = holder(schema, example);
            if (holder != null) {
                example.properties()
                        .forEach(entry -> fields.computeIfAbsent(name, key -> new LinkedHashMap<>())
                                .merge(entry.getKey(), entry.getKey().equals(holder), Boolean::logicalOr));
            }
        });
    }

    private List<JsonNode> examples(JsonNode media) {
        List<JsonNode> examples = new ArrayList<>();
        examples.add(media.path("example"));
        media.path("examples")
                .forEach(
                        each -> examples.add(components.resolve(each, "#/paths").path("value")));
        return examples;
    }

    /** Returns the only field of the example that has what the schema requires of the example itself. */
    private static @Nullable String holder(JsonNode schema, JsonNode example) {
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        JsonNode properties = schema.path("properties");
        if (required.isEmpty() || properties.propertyStream().anyMatch(entry -> example.has(entry.getKey()))) {
            return null;
        }
        List<String> holders = example.propertyStream()
                .filter(entry -> required.stream().allMatch(entry.getValue()::has))
                .map(Map.Entry::getKey)
                .toList();
        return holders.size() == 1 ? holders.get(0) : null;
    }

    private void declare(String name, Map<String, Boolean> fields) {
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        String body = name + "Body";
        while (schemas.has(body)) {
            body += "_";
        }
        ObjectNode schema = schemas.putObject(body);
        schema.put("description", "An error, by itself or within a field, as the document shows it.");
        var alternatives = schema.putArray("anyOf");
        alternatives.addObject().put("$ref", Components.SCHEMAS + JsonPointers.escape(name));
        ObjectNode envelope = alternatives.addObject().put("type", "object");
        ObjectNode properties = envelope.putObject("properties");
        fields.forEach((field, isHolder) -> {
            ObjectNode property = properties.putObject(field);
            if (isHolder) {
                property.put("$ref", Components.SCHEMAS + JsonPointers.escape(name));
            }
        });
        names.put(name, body);
    }

    private void replace(JsonNode media) {
        String body = names.get(Components.schemaName(media.path("schema")));
        if (body != null) {
            ((ObjectNode) media).putObject("schema").put("$ref", Components.SCHEMAS + JsonPointers.escape(body));
        }
    }
}
