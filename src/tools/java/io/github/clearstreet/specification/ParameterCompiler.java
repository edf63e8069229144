package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.ValueType.Kind;
import io.github.clearstreet.specification.ValueType.Typed;
import java.util.List;
import java.util.Set;

/** Says how a parameter that is an argument is written, in a path, a header or a cookie: its style decides, whatever its type. */
final class ParameterCompiler {
    private static final Set<Kind> PLAIN = Set.of(Kind.TEXT, Kind.ENUM, Kind.NUMBER, Kind.BOOLEAN);

    private final SchemaCompiler compiler;
    private final String id;
    private final TypeWords words;

    ParameterCompiler(SchemaCompiler compiler, String id, TypeWords words) {
        this.compiler = compiler;
        this.id = id;
        this.words = words;
    }

    /**
     * A parameter that is an argument of the method.
     *
     * @param prefix what stands before it in the path: the style says so
     * @param expander the class that writes it
     */
    record Argument(String type, String name, String prefix, String expander, boolean required, String description) {
        String declaration(String variable) {
            return "@Param(value = \"" + variable + "\", expander = " + expander + ".class) "
                    + (required ? "" : "@Nullable ") + type + " " + name;
        }
    }

    /** A parameter whose type is known, and what of its schema decides how it is written. */
    record Typing(ValueType type, boolean isJson) {}

    Argument path(ObjectNode parameter, String name, String place) {
        String at = at(parameter, place);
        Typing typing = typing(parameter, at);
        ValueType type = typing.type();
        if (typing.isJson()) {
            refuseJsonList(type, at);
            return new Argument(primitive(type), name, "", "PathSegment.Json", true, description(parameter));
        }
        String style = parameter.path("style").asText("simple");
        boolean exploded = parameter.path("explode").asBoolean(false);
        String prefix = switch (style) {
            case "simple" -> "";
            case "label" -> ".";
            case "matrix" -> ";" + parameter.path("name").asText() + "=";
            default -> throw wrongStyle(at, style, "path", "simple, label or matrix");
        };
        boolean isList = type.kind() == Kind.LIST && isPlain(type.parts().get(0));
        if (isObject(type) && style.equals("simple")) {
            String expander = exploded ? "PathSegment.ExplodedFields" : "PathSegment";
            return new Argument(words.java(type), name, "", expander, true, description(parameter));
        }
        boolean isAny = style.equals("simple") && (type.kind() == Kind.ANY || type.kind() == Kind.UNION);
        if (!isPlain(type) && !isList && !isAny) {
            throw new SpecificationException(
                    at,
                    "an object or a list of objects in a path with style " + style + " has no form here",
                    "Describe it as a string, and say how it is written.");
        }
        if (isList && exploded && !style.equals("simple")) {
            throw new SpecificationException(
                    at,
                    "a list in a path with style " + style + " and explode has no form here",
                    "Write explode: false.");
        }
        return new Argument(primitive(type), name, prefix, "PathSegment", true, description(parameter));
    }

    Argument header(ObjectNode parameter, String name, String place) {
        String at = at(parameter, place);
        boolean isCookie = parameter.path("in").asText().equals("cookie");
        Typing typing = typing(parameter, at);
        ValueType type = typing.type();
        String style = parameter.path("style").asText(isCookie ? "form" : "simple");
        if (!style.equals(isCookie ? "form" : "simple")) {
            throw wrongStyle(at, style, isCookie ? "cookie" : "header", isCookie ? "form" : "simple");
        }
        boolean required = parameter.path("required").asBoolean(false);
        String expander;
        if (typing.isJson()) {
            refuseJsonList(type, at); // Feign would write each item by itself
            expander = isCookie ? "HeaderText.CookieJson" : "HeaderText.Json";
        } else if (isPlain(type) || type.kind() == Kind.ANY) {
            expander = isCookie ? "HeaderText.Cookie" : "HeaderText";
        } else if (type.kind() == Kind.LIST && isPlain(type.parts().get(0)) && !isCookie) {
            expander = "HeaderText";
        } else if (isObject(type) && !isCookie) {
            expander = parameter.path("explode").asBoolean(false) ? "HeaderText.ExplodedFields" : "HeaderText.Fields";
        } else {
            throw new SpecificationException(
                    at,
                    "a list or an object in this " + (isCookie ? "cookie" : "header") + " has no form here",
                    "Describe it as a string, and say how it is written.");
        }
        String java = required ? primitive(type) : words.java(type);
        return new Argument(
                java, name, "", expander, required, description(parameter) + (required ? "" : " (null: not sent)"));
    }

    private static void refuseJsonList(ValueType type, String at) {
        if (type.kind() == Kind.LIST || type.kind() == Kind.ANY) {
            throw new SpecificationException(
                    at,
                    "a list as JSON in a header, a cookie or a path has no form here",
                    "Describe it as a string, and say how it is written.");
        }
    }

    Typing typing(ObjectNode parameter, String at) {
        JsonNode content = parameter.path("content");
        if (!content.isObject() || content.isEmpty()) {
            return new Typing(type(parameter.path("schema"), parameter, at + "/schema"), false);
        }
        String mediaType = content.fieldNames().next();
        JsonNode schema = content.path(mediaType).path("schema");
        String schemaAt = at + "/content/" + JsonPointers.escape(mediaType) + "/schema";
        if (mediaType.contains("*")) {
            return new Typing(type(schema, parameter, schemaAt), false);
        }
        if (MediaTypes.isJson(mediaType)) {
            return new Typing(type(schema, parameter, schemaAt), true);
        }
        if (MediaTypes.isText(mediaType)) {
            return new Typing(ValueType.STRING, false);
        }
        throw new SpecificationException(
                at,
                "a parameter as " + mediaType + " has no form here",
                "Describe it with schema and style, or as JSON in the query.");
    }

    private ValueType type(JsonNode schema, ObjectNode parameter, String at) {
        String reference = parameter.path("x-component").asText("");
        String name = (reference.isEmpty() ? id : reference) + "_"
                + parameter.path("name").asText() + "_parameter";
        if (!schema.isObject()) {
            return ValueType.STRING;
        }
        Typed typed = compiler.compile(schema, Place.inPlace(at, name));
        return typed.type();
    }

    /** One text, whatever the value: a union of such is one, too. */
    static boolean isPlain(ValueType type) {
        return PLAIN.contains(type.kind())
                || (type.kind() == Kind.UNION
                        && !type.parts().isEmpty()
                        && type.parts().stream().allMatch(ParameterCompiler::isPlain));
    }

    private static boolean isObject(ValueType type) {
        return type.kind() == Kind.MODEL || type.kind() == Kind.MAP;
    }

    private String primitive(ValueType type) {
        return switch (words.java(type)) {
            case "Long" -> "long";
            case "Integer" -> "int";
            case "Boolean" -> "boolean";
            default -> type.java();
        };
    }

    private static String description(ObjectNode parameter) {
        List<String> paragraphs =
                Javadoc.paragraphs(parameter.path("description").asText(""));
        return paragraphs.isEmpty()
                ? "<code>" + Javadoc.escape(parameter.path("name").asText()) + "</code>"
                : String.join(" ", paragraphs);
    }

    static String at(ObjectNode parameter, String place) {
        return place + "/parameters/" + parameter.path("name").asText();
    }

    static SpecificationException wrongStyle(String at, String style, String in, String allowed) {
        return new SpecificationException(at, "there is no style " + style + " in a " + in, "Write " + allowed + ".");
    }
}
