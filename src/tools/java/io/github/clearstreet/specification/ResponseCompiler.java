package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says how the good responses of an operation are read: one type, or one for each status. */
final class ResponseCompiler {
    private static final String NULLABLE = "@Nullable ";

    private final SchemaCompiler compiler;
    private final Components components;
    private final TypeWords words;

    ResponseCompiler(SchemaCompiler compiler, Components components, TypeWords words) {
        this.compiler = compiler;
        this.components = components;
        this.words = words;
    }

    /** How one status is read; an empty type means that it has no body. */
    private record Reading(String type, String reader) {}

    /** Adds {@code returns}, {@code reader}, {@code accept}, and {@code result} if there are several. */
    void compile(ObjectNode operation, String method, String id, String resultName, String place, ObjectNode result) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        Set<String> accepted = new LinkedHashSet<>();
        Map<String, JsonNode> successes = successes(operation.path("responses"), place);
        successes.forEach((status, response) -> {
            boolean hasNoBody = method.equals("head") || status.equals("204") || status.equals("205");
            String mediaType = hasNoBody
                    ? null
                    : MediaTypes.chosen(response.path("content")).orElse(null);
            if (mediaType == null) {
                readings.put(status, new Reading("", "ResponseReader.nothing()"));
            } else {
                accepted.add(MediaTypes.sent(mediaType));
                String name = name(operation.path("responses").path(status), id, status);
                readings.put(
                        status,
                        reading(
                                mediaType,
                                response.path("content").path(mediaType),
                                name,
                                place + "/responses/" + status));
            }
        });
        compileErrors(operation.path("responses"), successes.keySet(), id, place);
        result.put("accept", accepted.isEmpty() ? "application/json" : String.join(", ", accepted));
        Set<Reading> different = new LinkedHashSet<>(readings.values());
        if (different.size() > 1) {
            result.put("returns", resultName);
            result.put("reader", reader(resultName, readings));
            result.set("result", result(resultName, readings));
        } else {
            Reading only = different.isEmpty()
                    ? new Reading("", "ResponseReader.nothing()")
                    : different.iterator().next();
            result.put("returns", only.type());
            result.put("reader", only.reader());
        }
    }

    /** Makes the classes of what a refusal may say; callers read them from the text of the exception. */
    private void compileErrors(JsonNode responses, Set<String> successes, String id, String place) {
        responses.properties().forEach(entry -> {
            String status = entry.getKey().toUpperCase(Locale.ROOT);
            if (successes.contains(status)
                    || successes.contains(entry.getKey())
                    || !status.matches("[345]..|DEFAULT")) {
                return;
            }
            String at = place + "/responses/" + entry.getKey();
            JsonNode content = components.resolve(entry.getValue(), at).path("content");
            MediaTypes.chosen(content)
                    .filter(MediaTypes::isJson)
                    .ifPresent(mediaType -> reading(
                            mediaType, content.path(mediaType), name(entry.getValue(), id, entry.getKey()), at));
        });
    }

    /** Those of 2xx; the default is one if there is no other. */
    private Map<String, JsonNode> successes(JsonNode responses, String place) {
        Map<String, JsonNode> successes = new LinkedHashMap<>();
        responses.properties().forEach(entry -> {
            if (entry.getKey().startsWith("2")) {
                successes.put(
                        entry.getKey().toUpperCase(Locale.ROOT),
                        components.resolve(entry.getValue(), place + "/responses/" + entry.getKey()));
            }
        });
        if (successes.isEmpty() && responses.has("default")) {
            successes.put("default", components.resolve(responses.path("default"), place + "/responses/default"));
        }
        return successes;
    }

    private Reading reading(String mediaType, JsonNode media, String name, String at) {
        JsonNode schema = media.path("schema");
        boolean isBinary = BodyCompiler.isBinary(components.resolve(schema, at));
        if (MediaTypes.isJson(mediaType) && !isBinary) {
            String schemaAt = at + "/content/" + JsonPointers.escape(mediaType) + "/schema";
            ValueType.Typed type = schema.isObject()
                    ? compiler.compile(schema, Place.inPlace(schemaAt, name))
                    : new ValueType.Typed(ValueType.OBJECT, false);
            boolean isNullable = type.isNullable() || type.type().kind() == ValueType.Kind.ANY;
            return new Reading(
                    (isNullable ? NULLABLE : "") + words.java(type.type()),
                    "ResponseReader." + (isNullable ? "nullableJson" : "json") + "(" + words.codec(type.type()) + ")");
        }
        return MediaTypes.isText(mediaType) && !isBinary
                ? new Reading("String", "ResponseReader.text()")
                : new Reading("byte[]", "ResponseReader.bytes()");
    }

    private static String name(JsonNode response, String id, String status) {
        String reference = response.path("$ref").asText("");
        return reference.isEmpty()
                ? id + "_" + status + "_response"
                : JsonPointers.unescape(reference.substring(reference.lastIndexOf('/') + 1)) + "_response";
    }

    private static String reader(String resultName, Map<String, Reading> readings) {
        StringBuilder reader = new StringBuilder("ResultReader.of(" + resultName + "::new)");
        readings.forEach((status, reading) -> reader.append("\n                    .on(\"")
                .append(status)
                .append("\", ")
                .append(reading.reader())
                .append(")"));
        return reader.toString();
    }

    private static ObjectNode result(String resultName, Map<String, Reading> readings) {
        ObjectNode result = DocumentReader.JSON.createObjectNode().put("class", resultName);
        ArrayNode cases = result.putArray("cases");
        StringBuilder empty = new StringBuilder();
        readings.forEach((status, reading) -> {
            if (reading.type().isEmpty()) {
                empty.append(empty.length() == 0 ? "" : ", ").append(status);
            } else {
                ObjectNode one = cases.addObject();
                one.put("status", status);
                one.put("name", "as" + status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1));
                one.put("type", reading.type().replace(NULLABLE, ""));
            }
        });
        result.put("empty", empty.toString());
        return result;
    }
}
