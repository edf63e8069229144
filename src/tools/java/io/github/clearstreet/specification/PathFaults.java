package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for addresses that do not fit the parameters, and mends them. */
final class PathFaults {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Pattern PAIR = Pattern.compile("([^=]+)=\\{([^{}]+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)}");

    private final Faults references;
    private final List<SpecificationException> faults;

    PathFaults(Faults references, List<SpecificationException> faults) {
        this.references = references;
        this.faults = faults;
    }

    void mendAddresses(ObjectNode paths) {
        slashes(paths);
        queries(paths);
    }

    void mendVariables(ObjectNode paths) {
        paths.properties()
                .forEach(entry ->
                        variables(entry.getKey(), entry.getValue(), "#/paths/" + JsonPointers.escape(entry.getKey())));
    }

    private void fault(String place, String what, String remedy) {
        faults.add(new SpecificationException(place, what, remedy));
    }

    /** An address without its first slash would be left out. */
    private void slashes(ObjectNode paths) {
        for (String path : paths.propertyStream().map(Map.Entry::getKey).toList()) {
            if (!path.startsWith("/") && !path.startsWith("x-")) {
                fault("#/paths/" + JsonPointers.escape(path), "the path does not begin with /", "Write /" + path + ".");
                JsonNode item = paths.remove(path);
                if (!paths.has("/" + path)) {
                    paths.set("/" + path, item);
                }
            }
        }
    }

    /** {@code /articles?query={query}} describes a parameter of the query twice. */
    private void queries(ObjectNode paths) {
        for (String path : paths.propertyStream().map(Map.Entry::getKey).toList()) {
            int mark = path.indexOf('?');
            if (mark < 0) {
                continue;
            }
            JsonNode item = paths.path(path);
            Set<String> inPath = new HashSet<>();
            item.forEach(operation -> addVariables(operation.path("parameters"), inPath));
            addVariables(item.path("parameters"), inPath);
            List<String> kept = new ArrayList<>();
            Set<String> moved = new LinkedHashSet<>();
            for (String pair : path.substring(mark + 1).split("&", -1)) {
                Matcher variable = PAIR.matcher(pair);
                if (variable.matches() && !inPath.contains(variable.group(2))) {
                    moved.add(variable.group(1));
                } else {
                    kept.add(pair);
                }
            }
            String rest = path.substring(0, mark) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
            if (!moved.isEmpty() && !paths.has(rest)) {
                fault(
                        "#/paths/" + JsonPointers.escape(path),
                        "the path has parameters of its query: " + String.join(", ", moved),
                        "Write " + rest + ".");
                moved.forEach(name -> describe(item, name));
                paths.remove(path);
                paths.set(rest, item);
            }
        }
    }

    /** Adds a parameter to the query of those methods that have none of this name. */
    private void describe(JsonNode item, String name) {
        for (String method : METHODS) {
            if (item.path(method) instanceof ObjectNode operation
                    && !hasQuery(operation.path("parameters"), name)
                    && !hasQuery(item.path("parameters"), name)) {
                ObjectNode parameter = operation.withArray("parameters").addObject();
                parameter.put("name", name).put("in", "query").put("required", true);
                parameter.putObject("schema").put("type", "string");
            }
        }
    }

    private boolean hasQuery(JsonNode parameters, String name) {
        return parameters
                .valueStream()
                .map(this::resolved)
                .anyMatch(each -> each.path("in").asText().equals("query")
                        && each.path("name").asText().equals(name));
    }

    private void variables(String path, JsonNode item, String place) {
        for (String method : METHODS) {
            if (item.path(method) instanceof ObjectNode operation) {
                Set<String> known = new HashSet<>();
                addVariables(item.path("parameters"), known);
                addVariables(operation.path("parameters"), known);
                Matcher variable = VARIABLE.matcher(path);
                while (variable.find()) {
                    String name = variable.group(1);
                    if (known.add(name)) {
                        fault(
                                place + "/" + method,
                                "no parameter describes {" + name + "}",
                                "Add one with in: path and name: " + name + ".");
                        ObjectNode parameter = operation.withArray("parameters").addObject();
                        parameter.put("name", name).put("in", "path").put("required", true);
                        parameter.putObject("schema").put("type", "string");
                    }
                }
            }
        }
    }

    private void addVariables(JsonNode parameters, Set<String> known) {
        parameters.forEach(parameter -> {
            JsonNode found = resolved(parameter);
            if (found.path("in").asText().equals("path")) {
                known.add(found.path("name").asText());
            }
        });
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        for (int i = 0; found.path("$ref").isTextual() && i < 10; i++) {
            found = references.target(found.path("$ref").textValue());
        }
        return found;
    }
}
