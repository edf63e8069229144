package io.github.clearstreet.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The path or the query parameters of an operation. */
final class SpecifiedParameters {
    private final JsonNode document;
    private final Schemas schemas;
    private final Map<String, String> pointers = new LinkedHashMap<>();

    /** @param place {@code path} or {@code query} */
    SpecifiedParameters(JsonNode document, Schemas schemas, SpecifiedOperation operation, String place) {
        this.document = document;
        this.schemas = schemas;
        String parameters = operation.pointer() + "/parameters";
        for (int i = 0; i < document.at(parameters).size(); i++) {
            String pointer = resolve(parameters + "/" + i);
            if (document.at(pointer + "/in").asText().equals(place)) {
                pointers.put(document.at(pointer + "/name").asText(), pointer);
            }
        }
    }

    Stream<String> names() {
        return pointers.keySet().stream();
    }

    List<String> problems(Map<String, List<String>> request) {
        List<String> problems = new ArrayList<>();
        request.forEach((name, values) -> problems.addAll(problems(name, values)));
        pointers.forEach((name, pointer) -> {
            if (document.at(pointer + "/required").asBoolean() && !request.containsKey(name)) {
                problems.add("no parameter " + name);
            }
        });
        return problems;
    }

    private List<String> problems(String name, List<String> values) {
        if (!pointers.containsKey(name)) {
            return List.of("unknown parameter " + name);
        }
        String schema = pointers.get(name) + "/schema";
        return values.stream()
                .flatMap(text -> schemas.problems(schema, value(schema, text)).stream())
                .map(problem -> "parameter " + name + problem)
                .toList();
    }

    /** The value that a text stands for in an address; lists are separated by commas. */
    private JsonNode value(String schemaPointer, String text) {
        String schema = resolve(schemaPointer);
        String type = document.at(schema + "/type").asText();
        if (type.equals("array")) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            Stream.of(text.split(",", -1)).forEach(element -> list.add(value(schema + "/items", element)));
            return list;
        }
        try {
            return type.equals("integer") || type.equals("boolean")
                    ? new ObjectMapper().readTree(text)
                    : JsonNodeFactory.instance.textNode(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private String resolve(String pointer) {
        JsonNode reference = document.at(pointer + "/$ref");
        return reference.isMissingNode() ? pointer : reference.asText().substring(1);
    }
}
