package io.github.clearstreet.generator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes specifications of any size, with the kinds of fields, parameters and bodies that trading APIs have. */
final class LargeSpecification {
    private static final List<String> METHODS = List.of("get", "post", "delete", "patch", "put");

    private final int operations;
    private final int schemas;

    LargeSpecification(int operations, int schemas) {
        this.operations = operations;
        this.schemas = schemas;
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, new ObjectMapper().writeValueAsString(document()));
    }

    private Map<String, Object> document() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (int i = 0; i < operations; i++) {
            paths.put("/v1/accounts/{account_id}/things" + i + "/{thing_id}", Map.of(METHODS.get(i % 5), operation(i)));
        }
        Map<String, Object> components = new LinkedHashMap<>();
        for (int i = 0; i < schemas; i++) {
            components.put("Thing" + i, i % 5 == 4 ? enumeration(i) : object(i));
        }
        return Map.of(
                "openapi",
                "3.1.1",
                "info",
                Map.of("title", "Large", "version", "1"),
                "paths",
                paths,
                "components",
                Map.of("schemas", components));
    }

    private Map<String, Object> operation(int number) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(parameter("account_id", "path", Map.of("type", "integer", "format", "int64")));
        parameters.add(parameter("thing_id", "path", Map.of("type", "string")));
        if (number % 5 == 0) {
            parameters.add(parameter("page_size", "query", Map.of("type", "integer", "format", "int32")));
            parameters.add(parameter("page_token", "query", Map.of("type", "string", "format", "byte")));
            parameters.add(parameter("from", "query", Map.of("type", "string", "format", "date-time")));
            Map<String, Object> list = parameter("ids", "query", array(Map.of("type", "string")));
            list.put("explode", false);
            parameters.add(list);
        }
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", METHODS.get(number % 5) + "_thing_" + number);
        operation.put("tags", List.of("Group" + number % 10));
        operation.put("summary", "Does something to thing " + number + ".");
        operation.put("parameters", parameters);
        if (number % 5 != 0) {
            operation.put("requestBody", Map.of("required", true, "content", json(reference(number))));
        }
        operation.put(
                "responses", Map.of("200", Map.of("description", "The thing.", "content", json(reference(number)))));
        return operation;
    }

    private static Map<String, Object> parameter(String name, String in, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", in.equals("path"));
        parameter.put("schema", schema);
        return parameter;
    }

    private Map<String, Object> object(int number) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Map.of("type", "string"));
        properties.put("account_id", Map.of("type", "integer", "format", "int64"));
        properties.put("count", Map.of("type", "integer", "format", "int32"));
        properties.put("quantity", Map.of("type", "string", "format", "decimal"));
        properties.put("price", Map.of("type", List.of("string", "null"), "format", "decimal"));
        properties.put("extended_hours", Map.of("type", List.of("boolean", "null")));
        properties.put("created_at", Map.of("type", "string", "format", "date-time"));
        properties.put("kind", anEnum(number));
        properties.put("former_kind", Map.of("oneOf", List.of(anEnum(number + 5), Map.of("type", "null"))));
        properties.put("parts", array(anObject(number + 1)));
        properties.put("parent", Map.of("oneOf", List.of(anObject(number), Map.of("type", "null"))));
        properties.put("notes", array(Map.of("type", "string")));
        properties.put("extra", Map.of("type", "object", "additionalProperties", true));
        return Map.of(
                "type",
                "object",
                "description",
                "Thing number " + number + ".",
                "required",
                List.of("id", "account_id", "quantity", "created_at", "kind", "parts"),
                "properties",
                properties);
    }

    private static Map<String, Object> enumeration(int number) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            values.add("VALUE_" + number + "_" + i);
        }
        return Map.of("type", "string", "description", "Kind number " + number + ".", "enum", values);
    }

    private Map<String, Object> anEnum(int number) {
        return reference(number / 5 * 5 + 4);
    }

    private Map<String, Object> anObject(int number) {
        return reference(number % 5 == 4 ? number + 1 : number);
    }

    private Map<String, Object> reference(int number) {
        return Map.of("$ref", "#/components/schemas/Thing" + number % schemas);
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }
}
