package io.github.clearstreet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operation of the specification, and where it is in the document. */
record SpecifiedOperation(String id, String method, String path, String pointer) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    static List<SpecifiedOperation> all(JsonNode document) {
        List<SpecifiedOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode id = method.getValue().path("operationId");
                if (id.isTextual()) {
                    String pointer = "/paths/" + Specification.escape(path.getKey()) + "/" + method.getKey();
                    operations.add(new SpecifiedOperation(id.asText(), method.getKey(), path.getKey(), pointer));
                }
            }
        }
        return operations;
    }

    boolean isMeantBy(Exchange.Request request) {
        return method.equalsIgnoreCase(request.method())
                && request.path().matches(PARAMETER.matcher(path).replaceAll("[^/]+"));
    }

    /** The path parameters of a request that means this operation. */
    Map<String, List<String>> pathParameters(Exchange.Request request) {
        Matcher values =
                Pattern.compile(PARAMETER.matcher(path).replaceAll("([^/]+)")).matcher(request.path());
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (values.matches()) {
            Matcher names = PARAMETER.matcher(path);
            for (int group = 1; names.find(); group++) {
                parameters.put(names.group(1), List.of(values.group(group)));
            }
        }
        return parameters;
    }
}
