package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in Java words what one operation sends and takes ({@code x-operation}), so that the templates only have to write it
 * down. What cannot be carried stops here: no request goes out without something that the document has.
 */
final class OperationCompiler {
    /** Where an operation has a server of its own. A client has one base URL, so callers are told. */
    static final String SERVER = "x-own-server";

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern FEIGN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    /** The document's own rule: these are described elsewhere. */
    private static final Set<String> IGNORED_HEADERS = Set.of("accept", "content-type", "authorization");

    private final SchemaCompiler compiler;
    private final Components components;
    private final SecurityCompiler security;
    private final Names names;

    OperationCompiler(SchemaCompiler compiler, Components components, SecurityCompiler security, Names names) {
        this.compiler = compiler;
        this.components = components;
        this.security = security;
        this.names = names;
    }

    /**
     * Describes an operation.
     *
     * @param id its name in Java
     * @param parameters each resolved, but for its schema
     */
    ObjectNode compile(
            String path,
            String method,
            String id,
            ObjectNode operation,
            Collection<ObjectNode> parameters,
            String place) {
        ObjectNode result = DocumentReader.JSON.createObjectNode();
        TypeWords words = new TypeWords();
        String given = operation.path("operationId").asText("");
        result.put("id", Javadoc.javaString(given.isBlank() ? id : given));
        result.put("name", id);
        result.put("constant", constant(id));
        result.put("method", method.toUpperCase(Locale.ROOT));
        result.put("path", Javadoc.javaString(path));
        result.put("shownPath", Javadoc.escape(path));
        result.put("deprecated", operation.path("deprecated").asBoolean());
        Set<String> headers = new LinkedHashSet<>();
        ArrayNode arguments = result.putArray("arguments");
        List<String> javadoc = new ArrayList<>();
        ParameterCompiler single = new ParameterCompiler(compiler, id, words);
        QueryCompiler queries = new QueryCompiler(single, names, words);

        Map<String, ObjectNode> inPath = new LinkedHashMap<>();
        List<ObjectNode> inQuery = new ArrayList<>();
        List<ObjectNode> inHeaders = new ArrayList<>();
        for (ObjectNode parameter : parameters) {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> inPath.put(name, parameter);
                case "query" -> inQuery.add(parameter);
                case "header" -> {
                    if (!IGNORED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                        inHeaders.add(parameter);
                    }
                }
                case "cookie" -> inHeaders.add(parameter);
                default ->
                    throw new SpecificationException(
                            place + "/parameters",
                            "the parameter " + name + " is in \""
                                    + parameter.path("in").asText() + "\"",
                            "Write path, query, header or cookie.");
            }
        }

        Set<String> taken = new LinkedHashSet<>(Set.of("query", "body", "form"));
        String feignPath = path;
        for (Map.Entry<String, ObjectNode> entry : inPath.entrySet()) {
            ParameterCompiler.Argument argument =
                    single.path(entry.getValue(), unique(entry.getKey(), "", taken), place);
            String variable = feignName(argument.name(), "p", arguments.size());
            String braces = "{" + entry.getKey() + "}";
            if (!path.contains(braces)) {
                throw new SpecificationException(
                        place + "/parameters",
                        "the path " + path + " has no " + braces + ", which a parameter describes",
                        "Add it to the path, or take the parameter away.");
            }
            feignPath = feignPath.replace(braces, argument.prefix() + "{" + variable + "\0}");
            arguments.add(argument.declaration(variable));
            javadoc.add("@param " + argument.name() + " " + argument.description());
        }
        refuseUndescribed(path, inPath.keySet(), place);
        result.put("feignPath", Javadoc.javaString(feignPath.replace("\0", "")));

        if (!inQuery.isEmpty()) {
            String className = nested(id, "Query");
            result.set("query", queries.query(className, inQuery, place));
            arguments.add("@QueryMap " + className + " query");
            javadoc.add("@param query what else is asked for");
        }
        ArrayNode required = result.putArray("requiredHeaders");
        for (ObjectNode parameter : inHeaders) {
            boolean isCookie = parameter.path("in").asText().equals("cookie");
            String name = parameter.path("name").asText();
            ParameterCompiler.Argument argument =
                    single.header(parameter, unique(name, isCookie ? "Cookie" : "Header", taken), place);
            String variable = feignName(argument.name(), "h", arguments.size());
            headers.add((isCookie ? "Cookie: " + name + "=" : name + ": ") + "{" + variable + "}");
            arguments.add(argument.declaration(variable));
            javadoc.add("@param " + argument.name() + " " + argument.description());
            if (argument.required()) {
                required.add(Javadoc.javaString(isCookie ? "Cookie: " + name : name));
            }
        }

        new BodyCompiler(compiler, components, names, queries, words)
                .compile(operation, id, nested(id, "Form"), place, result);
        result.putArray("shortArguments").addAll(arguments);
        if (result.has("body")) {
            arguments.add(result.path("body").path("type").asText() + " body");
            String described = operation.path("requestBody").path("description").asText("");
            javadoc.add("@param body "
                    + (described.isBlank() ? "what to send" : String.join(" ", Javadoc.paragraphs(described))));
        }
        new ResponseCompiler(compiler, components, words)
                .compile(operation, method, id, nested(id, "Result"), place, result);
        String keys = security.code(operation, place);
        if (keys != null) {
            result.put("security", keys);
        }
        headers.add("Accept: " + result.path("accept").asText());
        ArrayNode written = result.putArray("headers");
        headers.forEach(header -> written.add(Javadoc.javaString(header)));
        if (!inPath.isEmpty()) {
            javadoc.add(
                    "@throws IllegalArgumentException if a part of the path is null, empty, {@code .} or {@code ..};"
                            + " nothing is sent");
        }
        result.put("javadoc", OperationJavadoc.comment(operation, method, path, javadoc));
        OperationImports.write(result, words);
        return result;
    }

    private static void refuseUndescribed(String path, Set<String> described, String place) {
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            if (!described.contains(variables.group(1))) {
                throw new SpecificationException(
                        place,
                        "the path " + path + " has {" + variables.group(1) + "}, which no parameter describes",
                        "Add a parameter of that name with in: path.");
            }
        }
    }

    /** The class within the interface; a schema may be called like it, and would be hidden. */
    private String nested(String id, String suffix) {
        return names.nestedClass(id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + suffix);
    }

    private String unique(String name, String suffix, Set<String> taken) {
        String java =
                Objects.requireNonNull(names.members(List.of(name), Set.of()).get(name));
        if (taken.contains(java)) {
            java += suffix.isEmpty() ? "Value" : suffix;
        }
        while (!taken.add(java)) {
            java += "_";
        }
        return java;
    }

    private static String feignName(String java, String prefix, int index) {
        return FEIGN_NAME.matcher(java).matches() ? java : prefix + index;
    }

    private static String constant(String id) {
        String name = id.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        return name.equals("API") ? "API_" : name;
    }
}
