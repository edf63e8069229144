package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.ValueType.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Describes the class of the query parameters of one operation, and how each is written: also for fields of urlencoded forms. */
final class QueryCompiler {
    /** Of the comments in a builder. */
    private static final String INDENT = "             ";

    private final ParameterCompiler parameters;
    private final Names names;
    private final TypeWords words;

    QueryCompiler(ParameterCompiler parameters, Names names, TypeWords words) {
        this.parameters = parameters;
        this.names = names;
        this.words = words;
    }

    ObjectNode query(String className, List<ObjectNode> described, String place) {
        Map<String, ObjectNode> byName = new LinkedHashMap<>();
        described.forEach(parameter -> byName.put(parameter.path("name").asText(), parameter));
        Map<String, String> members = names.members(List.copyOf(byName.keySet()), Set.of("build"));
        ObjectNode query = DocumentReader.JSON.createObjectNode().put("class", className);
        ArrayNode fields = query.putArray("fields");
        byName.forEach((name, parameter) -> {
            String at = ParameterCompiler.at(parameter, place);
            ParameterCompiler.Typing typing = parameters.typing(parameter, at);
            String member = Objects.requireNonNull(members.get(name));
            ObjectNode field = field(
                    name,
                    member,
                    typing.type(),
                    parameter,
                    parameter.path("required").asBoolean(false));
            field.put("call", call(name, member, typing, parameter, at));
            fields.add(field);
        });
        return query;
    }

    /** Returns a field of a query or a form. */
    ObjectNode field(String name, String member, ValueType type, JsonNode given, boolean required) {
        ObjectNode field = DocumentReader.JSON.createObjectNode();
        field.put("key", Javadoc.javaString(name));
        field.put("name", member);
        field.put("type", words.java(type));
        field.put("required", required);
        field.put("deprecated", given.path("deprecated").asBoolean(false));
        List<String> paragraphs = Javadoc.paragraphs(given.path("description").asText(""));
        String description =
                paragraphs.isEmpty() ? "Sets <code>" + Javadoc.escape(name) + "</code>." : String.join(" ", paragraphs);
        field.put("description", Javadoc.wrapped(INDENT, description));
        JsonNode standard = given.path("schema").path("default");
        String absent = "null means not sent"
                + (standard.isValueNode() ? ": then " + Javadoc.escape(standard.asText()) + " holds" : "");
        field.put("parameter", Javadoc.wrapped(INDENT, "@param " + member + " " + (required ? "required" : absent)));
        return field;
    }

    private String call(String name, String member, ParameterCompiler.Typing typing, ObjectNode parameter, String at) {
        String json = "\"" + Javadoc.javaString(name) + "\", ";
        if (typing.isJson()) {
            return "withJson(" + json + words.codec(typing.type()) + ", " + member + ")";
        }
        if (ParameterCompiler.isPlain(typing.type())
                && parameter.path("allowEmptyValue").asBoolean(false)) {
            return "withEmptyAllowed(" + json + member + ")";
        }
        String style = parameter.path("style").asText("form");
        boolean exploded = parameter.path("explode").asBoolean(style.equals("form"));
        return styled(json, member, typing.type(), style, exploded, at);
    }

    /** Returns the call that writes a value in the style: of queries, and of fields of urlencoded forms. */
    String styled(String json, String member, ValueType type, String style, boolean exploded, String at) {
        String delimiter = switch (style) {
            case "form", "deepObject" -> ",";
            case "spaceDelimited" -> " ";
            case "pipeDelimited" -> "|";
            default ->
                throw ParameterCompiler.wrongStyle(
                        at, style, "query", "form, spaceDelimited, pipeDelimited or deepObject");
        };
        if (ParameterCompiler.isPlain(type)) {
            return "with(" + json + member + ")";
        }
        return switch (type.kind()) {
            case LIST -> {
                if (!ParameterCompiler.isPlain(type.parts().get(0))
                        && type.parts().get(0).kind() != Kind.ANY) {
                    // OpenAPI does not say: the item is JSON, unless the style is made for objects.
                    yield style.equals("deepObject")
                            ? "withDeepList(" + json + member + ")"
                            : exploded
                                    ? "withRepeatedJson(" + json
                                            + words.codec(type.parts().get(0)) + ", " + member + ")"
                                    : "withJson(" + json + words.codec(type) + ", " + member + ")";
                }
                yield exploded || style.equals("deepObject")
                        ? "withRepeated(" + json + member + ")"
                        : "withJoined(" + json + member + ", \"" + delimiter + "\")";
            }
            case MODEL, MAP ->
                style.equals("deepObject")
                        ? "withDeepObject(" + json + member + ")"
                        : exploded
                                ? "withFields(" + json + member + ")"
                                : "withJoinedFields(" + json + member + ", \"" + delimiter + "\")";
            default ->
                "withAny(" + json + member + ", "
                        + (style.equals("deepObject") ? "\"[]\"" : exploded ? "\"&\"" : "\"" + delimiter + "\"") + ")";
        };
    }
}
