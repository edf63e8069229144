package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.ValueType.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Says how the body of an operation is written. */
final class BodyCompiler {
    private static final ValueType FILE =
            new ValueType(Kind.ANY, "FileContent", "", DocumentReader.JSON.createObjectNode(), List.of());

    private final SchemaCompiler compiler;
    private final Components components;
    private final Names names;
    private final QueryCompiler queries;
    private final TypeWords words;

    BodyCompiler(SchemaCompiler compiler, Components components, Names names, QueryCompiler queries, TypeWords words) {
        this.compiler = compiler;
        this.components = components;
        this.names = names;
        this.queries = queries;
        this.words = words;
    }

    /** Adds {@code body}, {@code writer}, and {@code form} if it is one. */
    void compile(ObjectNode operation, String id, String formName, String place, ObjectNode result) {
        if (!operation.path("requestBody").isObject()) {
            return;
        }
        String at = place + "/requestBody";
        JsonNode body = components.resolve(operation.path("requestBody"), at);
        String mediaType = MediaTypes.chosen(body.path("content")).orElse(null);
        if (mediaType == null) {
            return;
        }
        String mediaAt = at + "/content/" + JsonPointers.escape(mediaType);
        JsonNode media = body.path("content").path(mediaType);
        String sent = MediaTypes.sent(mediaType);
        String quoted = "\"" + Javadoc.javaString(sent) + "\"";
        ObjectNode description = DocumentReader.JSON.createObjectNode();
        description.put("required", body.path("required").asBoolean(false));
        description.put("mediaType", sent);
        description.put("multipart", sent.startsWith("multipart/"));
        if (MediaTypes.isForm(mediaType) && isEmptyForm(media.path("schema"), mediaAt)) {
            return;
        }
        if (MediaTypes.isForm(mediaType)) {
            result.set("form", form(media, MediaTypes.isUrlEncoded(mediaType), formName, mediaAt));
            description.put("type", formName);
            result.put("writer", "BodyWriter.<" + formName + ">form(" + quoted + ")");
        } else if (MediaTypes.isJson(mediaType) && !isBinary(components.resolve(media.path("schema"), mediaAt))) {
            ValueType type = type(media.path("schema"), name(operation.path("requestBody"), id), mediaAt);
            description.put("type", words.java(type));
            result.put("writer", "BodyWriter.json(" + quoted + ", " + words.codec(type) + ")");
        } else if (MediaTypes.isText(mediaType)) {
            description.put("type", "String");
            result.put("writer", "BodyWriter.text(" + quoted + ")");
        } else {
            description.put("type", "byte[]");
            description.put("mediaType", mediaType.contains("*") ? "application/octet-stream" : sent);
            result.put(
                    "writer",
                    "BodyWriter.bytes(\"" + description.path("mediaType").asText() + "\")");
        }
        result.set("body", description);
    }

    private ValueType type(JsonNode schema, String name, String at) {
        return schema.isObject()
                ? compiler.compile(schema, Place.inPlace(at + "/schema", name)).type()
                : ValueType.OBJECT;
    }

    static String name(JsonNode body, String id) {
        String reference = body.path("$ref").asText("");
        return reference.isEmpty()
                ? id + "_request"
                : JsonPointers.unescape(reference.substring(reference.lastIndexOf('/') + 1)) + "_request";
    }

    private ObjectNode form(JsonNode media, boolean isUrlEncoded, String className, String at) {
        Merged schema = Merged.of(media.path("schema"), Place.inPlace(at + "/schema", className), components);
        addChoices(schema, schema);
        if (schema.properties.isEmpty()) {
            throw new SpecificationException(
                    at + "/schema",
                    "a form needs the names of its fields",
                    "Describe it as an object with properties.");
        }
        Map<String, String> members = names.members(List.copyOf(schema.properties.keySet()), Set.of("build"));
        ObjectNode form = DocumentReader.JSON.createObjectNode().put("class", className);
        ArrayNode fields = form.putArray("fields");
        schema.properties.forEach((name, parts) -> {
            JsonNode given = components.resolve(parts.get(0).schema(), at);
            if (given.path("readOnly").asBoolean(false)) {
                return;
            }
            String member = Objects.requireNonNull(members.get(name));
            String fieldAt = at + "/schema/properties/" + JsonPointers.escape(name);
            JsonNode encoding = media.path("encoding").path(name);
            boolean isFile = isFile(given, encoding, isUrlEncoded);
            boolean areFiles = isFile(components.resolve(given.path("items"), fieldAt), encoding, isUrlEncoded)
                    && given.path("items").isObject();
            ValueType type = isFile
                    ? FILE
                    : areFiles
                            ? ValueType.list(new ValueType.Typed(FILE, false))
                            : compiler.combine("allOf", parts, Place.inPlace(fieldAt, className + "_" + name))
                                    .type();
            ObjectNode field =
                    queries.field(name, member, areFiles ? listOfFiles() : type, given, schema.required.contains(name));
            String call = isFile || areFiles
                    ? (isFile ? "withFile(\"" : "withFiles(\"") + Javadoc.javaString(name) + "\", " + member + ")"
                    : call(name, member, type, encoding, fieldAt);
            field.put("call", call + (isUrlEncoded ? "" : mediaType(name, given, encoding, at)));
            fields.add(field);
        });
        return form;
    }

    /** A form that says that it has no field is none. */
    private boolean isEmptyForm(JsonNode schema, String at) {
        JsonNode resolved = components.resolve(schema, at);
        return resolved.path("properties").isEmpty()
                && !resolved.path("additionalProperties").asBoolean(false)
                && !resolved.path("additionalProperties").isObject()
                && List.of("oneOf", "anyOf", "allOf").stream().noneMatch(resolved::has);
    }

    /** A form has the fields of all its choices: which of them go together, the server says. */
    private void addChoices(Merged form, Merged from) {
        from.choices.forEach(choice -> choice.forEach(part -> {
            Merged alternative = Merged.of(part.schema(), part.place(), components);
            alternative.properties.forEach(form.properties::putIfAbsent);
            addChoices(form, alternative);
        }));
    }

    private static ValueType listOfFiles() {
        return new ValueType(Kind.LIST, "List<FileContent>", "", DocumentReader.JSON.createObjectNode(), List.of(FILE));
    }

    private String call(String name, String member, ValueType type, JsonNode encoding, String at) {
        String json = "\"" + Javadoc.javaString(name) + "\", ";
        String contentType = encoding.path("contentType").asText("");
        boolean saysStyle = encoding.has("style") || encoding.has("explode");
        boolean isPlain = ParameterCompiler.isPlain(type);
        boolean isPlainList = type.kind() == Kind.LIST
                && ParameterCompiler.isPlain(type.parts().get(0));
        if (!contentType.isEmpty() && !MediaTypes.isJson(contentType) && !MediaTypes.isText(contentType)) {
            throw new SpecificationException(
                    at,
                    "a field as " + contentType + " has no form here",
                    "Describe it as a binary string, as JSON or as text.");
        }
        if (MediaTypes.isJson(contentType) || (!isPlain && !isPlainList && !saysStyle)) {
            return "withJson(" + json + words.codec(type) + ", " + member + ")";
        }
        if (isPlain || (isPlainList && !saysStyle)) {
            return (isPlain ? "with(" : "withRepeated(") + json + member + ")";
        }
        String style = encoding.path("style").asText("form");
        return queries.styled(
                json, member, type, style, encoding.path("explode").asBoolean(style.equals("form")), at);
    }

    /** Says the media type of a part where the document says exactly one. */
    private static String mediaType(String name, JsonNode schema, JsonNode encoding, String at) {
        if (encoding.path("headers")
                .propertyStream()
                .anyMatch(header -> !header.getKey().equalsIgnoreCase("Content-Type"))) {
            throw new SpecificationException(
                    at + "/encoding/" + JsonPointers.escape(name) + "/headers",
                    "a part with headers of its own has no form here",
                    "Leave the headers out, or leave the operation out with x-internal: true.");
        }
        String said = encoding.path("contentType")
                .asText(schema.path("contentMediaType")
                        .asText(schema.path("items").path("contentMediaType").asText("")))
                .strip();
        return said.matches("[^*,\\s]+/[^*,]+") && !MediaTypes.isJson(said)
                ? ".as(\"" + Javadoc.javaString(name) + "\", \"" + Javadoc.javaString(said) + "\")"
                : "";
    }

    private static boolean isFile(JsonNode schema, JsonNode encoding, boolean isUrlEncoded) {
        return !isUrlEncoded && (isBinary(schema) || isOtherMedia(schema, encoding));
    }

    /** In 3.1 a file is any value with a media type that is neither text nor JSON. */
    private static boolean isOtherMedia(JsonNode schema, JsonNode encoding) {
        String mediaType = schema.path("contentMediaType")
                .asText(encoding.path("contentType").asText(""));
        boolean canBeFile = schema.path("type").asText("string").equals("string");
        return canBeFile
                && !mediaType.isEmpty()
                && !schema.has("contentEncoding")
                && !MediaTypes.isJson(mediaType)
                && !MediaTypes.isText(mediaType);
    }

    static boolean isBinary(JsonNode schema) {
        return schema.path("format").asText().equals("binary")
                || (schema.path("contentMediaType").asText().equals("application/octet-stream")
                        && !schema.has("contentEncoding"));
    }
}
