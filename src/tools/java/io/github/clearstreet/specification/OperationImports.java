package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What an interface has to import for one operation. */
final class OperationImports {
    private OperationImports() {}

    /** What the two interfaces import: the asynchronous one has the methods only. */
    static void write(ObjectNode result, TypeWords words) {
        StringBuilder methods = new StringBuilder("ApiDescription Headers RequestLine ")
                .append(result.path("returns").asText());
        result.path("arguments").forEach(argument -> methods.append('\n').append(argument.asText()));
        StringBuilder all = new StringBuilder(methods).append(" Operation List\n");
        all.append(result.path("writer").asText())
                .append('\n')
                .append(result.path("reader").asText())
                .append('\n')
                .append(result.path("security").asText());
        for (String nested : List.of("query", "form")) {
            if (result.has(nested)) {
                all.append(nested.equals("query") ? "\nOperationQuery QueryParameters" : "\nOperationForm FormFields");
                result.path(nested)
                        .path("fields")
                        .forEach(field -> all.append("\nNullable ")
                                .append(field.path("type").asText())
                                .append('\n')
                                .append(field.path("call").asText()));
            }
        }
        if (result.has("result")) {
            all.append("\nOperationResult Optional");
            result.path("result")
                    .path("cases")
                    .forEach(one -> all.append('\n').append(one.path("type").asText()));
        }
        name(result, "imports", TypeWords.imports(all.toString()));
        words.models(all.toString()).forEach(result.putArray("models")::add);
        name(result, "asyncImports", TypeWords.imports(methods + " CompletableFuture"));
        words.models(methods.toString()).forEach(result.putArray("asyncModels")::add);
    }

    /** Feign's come first in the order of names, then the models, whose package the templates know, then the others. */
    private static void name(ObjectNode result, String list, Set<String> imports) {
        ArrayNode feign = result.putArray("feign");
        ArrayNode others = result.putArray(list);
        imports.forEach(name -> (name.startsWith("feign.") ? feign : others).add(name));
    }
}
