package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Questions to one schema, as it stands. */
final class Schemas {
    private static final Set<String> RESTRICTIONS =
            Set.of("required", "not", "minProperties", "maxProperties", "dependentRequired");

    private Schemas() {}

    /** Returns the types that a schema names, without null. */
    static Set<String> types(JsonNode schema) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(known(type.textValue()));
        }
        type.forEach(each -> types.add(known(each.asText())));
        types.remove("null");
        types.remove("");
        return types;
    }

    /** Documents write other names, too. */
    private static String known(String type) {
        return switch (type) {
            case "int", "long" -> "integer";
            case "float", "double", "decimal" -> "number";
            case "bool" -> "boolean";
            case "file", "date", "datetime", "text", "uuid" -> "string";
            case "map" -> "object";
            case "list" -> "array";
            case "any" -> "";
            default -> type;
        };
    }

    /** Returns whether null is the only value. */
    static boolean isNull(JsonNode schema) {
        JsonNode type = schema.path("type");
        boolean isNullType = type.isTextual()
                ? type.textValue().equals("null")
                : type.size() == 1 && type.path(0).asText().equals("null");
        JsonNode values = schema.path("enum");
        return isNullType
                || (values.size() == 1 && values.path(0).isNull())
                || (schema.has("const") && schema.path("const").isNull())
                // How OpenAPI 3.0 documents write "or null".
                || (schema.size() == 1 && schema.path("nullable").asBoolean(false));
    }

    /** Returns whether an alternative only says which fields belong together. */
    static boolean restrictsOnly(JsonNode schema) {
        return schema.isObject()
                && !schema.isEmpty()
                && schema.propertyStream()
                        .allMatch(entry -> RESTRICTIONS.contains(entry.getKey())
                                || Merged.isAnnotation(entry.getKey())
                                || (entry.getKey().equals("type")
                                        && entry.getValue().asText().equals("object")))
                && schema.propertyStream().anyMatch(entry -> RESTRICTIONS.contains(entry.getKey()));
    }

    /** Returns whether two schemas differ in their texts at most. */
    static boolean alike(JsonNode one, JsonNode other) {
        return one.equals(other) || bare(one).equals(bare(other));
    }

    private static JsonNode bare(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode bare = object.deepCopy();
        for (String name :
                object.propertyStream().map(java.util.Map.Entry::getKey).toList()) {
            if (Merged.isAnnotation(name) && !name.equals("nullable")) {
                bare.remove(name);
            }
        }
        return bare;
    }

    /** Returns the type that goes without saying, or an empty text. */
    static String inferred(Merged schema) {
        if (!schema.properties.isEmpty() || has(schema, "additionalProperties", "patternProperties", "discriminator")) {
            return "object";
        }
        if (has(schema, "items", "prefixItems")) {
            return has(schema, Samples.NO_LIST) ? "" : "array";
        }
        if (has(schema, "pattern", "minLength", "maxLength")) {
            return "string";
        }
        if (has(schema, "minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum")) {
            return "number";
        }
        return switch (schema.keyword("format").asText("")) {
            case "date", "date-time", "uuid", "decimal", "uri", "email", "byte", "binary" -> "string";
            case "int32", "int64" -> "integer";
            case "float", "double" -> "number";
            default -> "";
        };
    }

    private static boolean has(Merged schema, String... keywords) {
        for (String keyword : keywords) {
            if (schema.keywords.containsKey(keyword)) {
                return true;
            }
        }
        return false;
    }
}
