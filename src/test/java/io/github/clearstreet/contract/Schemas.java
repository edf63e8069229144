package io.github.clearstreet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The schemas of an OpenAPI 3.1 document, taken at their word: formats are checked, and so are fields that the document
 * does not name, which a reader of the API must accept but our own examples must not have.
 */
final class Schemas {
    private static final String DOCUMENT = "https://clearstreet.github.io/openapi.json";

    private final SchemaRegistry registry;

    Schemas(JsonNode document) {
        ObjectNode strict = document.deepCopy();
        strict.at("/components/schemas").forEach(Schemas::closeObjects);
        Dialect dialect = Dialect.builder(Dialects.getOpenApi31())
                .format(new DecimalFormat())
                .build();
        registry = SchemaRegistry.withDefaultDialect(
                dialect, registryBuilder -> registryBuilder.schemas(Map.of(DOCUMENT, strict.toString())));
    }

    /** What is wrong with a value, each with its JSON Pointer; empty if it has the form that the schema asks for. */
    List<String> problems(String schemaPointer, JsonNode value) {
        return registry
                .getSchema(SchemaLocation.of(DOCUMENT + "#" + schemaPointer))
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static void closeObjects(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Schemas::closeObjects);
    }

    /** The format that OpenAPI's registry has for numbers in text. */
    private static final class DecimalFormat implements Format {
        private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

        @Override
        public String getName() {
            return "decimal";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return DECIMAL.matcher(value).matches();
        }
    }
}
