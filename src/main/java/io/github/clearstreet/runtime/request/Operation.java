package io.github.clearstreet.runtime.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the specification says of one operation, for whoever carries it out. Generated code makes one for each operation.
 *
 * @param id the operation in the API's own words, for example {@code close_positions}
 * @param javaName the name of its method in the generated interfaces, for example {@code closePositions}
 * @param method the HTTP method
 * @param path the path with its parameters in braces, for example {@code /v1/accounts/{account_id}/positions}
 * @param requiredHeaders the headers without which nothing may be sent; a cookie as {@code Cookie: NAME}
 * @param request writes the body; null if the operation has none
 * @param response reads a good response
 * @param security the ways to show a key, of which one is enough; each is made of schemes that belong together. Empty: the
 *     operation takes no key. Null: it takes the one of the client, in the client's own header
 */
public record Operation(
        String id,
        String javaName,
        String method,
        String path,
        List<String> requiredHeaders,
        @Nullable BodyWriter<?> request,
        ResponseReader<?> response,
        @Nullable List<List<SecurityScheme>> security) {
    /** Takes a copy of the lists. */
    public Operation {
        requiredHeaders = List.copyOf(requiredHeaders);
        security = security == null ? null : List.copyOf(security);
    }

    /** An operation that takes the key of the client, in the client's own header. */
    public Operation(
            String id,
            String javaName,
            String method,
            String path,
            List<String> requiredHeaders,
            @Nullable BodyWriter<?> request,
            ResponseReader<?> response) {
        this(id, javaName, method, path, requiredHeaders, request, response, null);
    }

    /** True if the operation only reads, which every GET and HEAD does: only then may it be sent more than once. */
    public boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
