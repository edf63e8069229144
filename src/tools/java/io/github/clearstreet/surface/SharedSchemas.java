package io.github.clearstreet.surface;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds schemas in place that the parser has made one of, because two operations write them alike. OpenAPI 3.1 only. The class of
 * such a schema is called after the operation that comes first, so that a new operation could rename it.
 */
final class SharedSchemas {
    private final IdentityHashMap<Schema<?>, String> owners = new IdentityHashMap<>();
    private final List<String> found = new ArrayList<>();

    private SharedSchemas() {}

    /** Returns one line for each. */
    static List<String> of(OpenAPI api) {
        SharedSchemas schemas = new SharedSchemas();
        if (api.getPaths() != null) {
            api.getPaths().values().forEach(item -> item.readOperations().forEach(schemas::add));
        }
        return List.copyOf(schemas.found);
    }

    private void add(Operation operation) {
        String id = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            add(id, "body", operation.getRequestBody().getContent());
        }
        operation.getResponses().forEach((status, response) -> add(id, status, response.getContent()));
    }

    private void add(String operation, String place, @Nullable Content content) {
        if (content == null) {
            return;
        }
        content.values().forEach(media -> {
            Schema<?> schema = media.getSchema();
            if (schema != null && schema.get$ref() == null && becomesAClass(schema)) {
                String owner = owners.putIfAbsent(schema, operation);
                if (owner != null && !owner.equals(operation)) {
                    found.add("%s %s is word for word that of %s: give it a name under components/schemas,"
                                    .formatted(operation, place, owner)
                            + " or its class is called after " + owner + ".");
                }
            }
        });
    }

    private static boolean becomesAClass(Schema<?> schema) {
        return schema.getProperties() != null
                || schema.getAllOf() != null
                || schema.getOneOf() != null
                || schema.getAnyOf() != null;
    }
}
