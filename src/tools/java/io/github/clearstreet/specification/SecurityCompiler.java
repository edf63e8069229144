package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says how each operation shows a key. A document that knows one token of Bearer, or says nothing at all, leaves it to the
 * client, which sends one by itself.
 */
final class SecurityCompiler {
    private static final String SCHEMES = "#/components/securitySchemes/";
    /** They answer to what the server says first, so that no request has a key from the beginning. */
    private static final Set<String> CHALLENGES = Set.of(
            "digest", "hoba", "mutual", "negotiate", "ntlm", "scram-sha-1", "scram-sha-256", "vapid", "concealed");

    private final JsonNode document;
    private final Components components;
    private final boolean isSilent;
    private final boolean isOneToken;

    SecurityCompiler(JsonNode document, Components components) {
        this.document = document;
        this.components = components;
        Set<String> named = new LinkedHashSet<>();
        boolean isSaid = note(document.path("security"), named);
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                isSaid |= note(operation.path("security"), named);
            }
        }
        this.isSilent = !isSaid;
        this.isOneToken = named.size() <= 1 && named.stream().allMatch(this::isToken);
    }

    private static boolean note(JsonNode security, Set<String> named) {
        security.forEach(way -> way.fieldNames().forEachRemaining(named::add));
        return security.isArray();
    }

    /** Returns the code that lists the ways of the operation; null if the client does as it always does. */
    @Nullable
    String code(ObjectNode operation, String place) {
        JsonNode security =
                operation.path("security").isArray() ? operation.path("security") : document.path("security");
        if (isSilent || (isOneToken && !security.isEmpty())) {
            return null;
        }
        List<String> ways = new ArrayList<>();
        String challenge = null;
        for (JsonNode way : security) {
            List<String> schemes = new ArrayList<>();
            String refused = null;
            for (String id : (Iterable<String>) way::fieldNames) {
                JsonNode scheme = scheme(id);
                if (isChallenge(scheme)) {
                    refused = id;
                } else if (!scheme.path("type").asText().equals("mutualTLS")) {
                    schemes.add(code(id, scheme));
                }
            }
            if (refused == null) {
                ways.add("List.of(" + String.join(", ", schemes) + ")");
            } else {
                challenge = refused;
            }
        }
        if (ways.isEmpty() && challenge != null) {
            throw new SpecificationException(
                    place + "/security",
                    "the key of " + challenge + ", HTTP "
                            + scheme(challenge).path("scheme").asText() + ", cannot be sent with a request",
                    "Name another scheme beside it, or leave the operation out with x-internal: true.");
        }
        return "List.of(" + String.join(", ", ways) + ")";
    }

    private JsonNode scheme(String id) {
        return components.resolve(document.at("/components/securitySchemes").path(id), SCHEMES + id);
    }

    private boolean isToken(String id) {
        JsonNode scheme = scheme(id);
        return !scheme.path("type").asText().equals("apiKey")
                && !scheme.path("type").asText().equals("mutualTLS")
                && scheme.path("scheme").asText("bearer").equalsIgnoreCase("bearer");
    }

    private static boolean isChallenge(JsonNode scheme) {
        return scheme.path("type").asText().equals("http")
                && CHALLENGES.contains(scheme.path("scheme").asText().toLowerCase(Locale.ROOT));
    }

    private static String code(String id, JsonNode scheme) {
        String java = "\"" + Javadoc.javaString(id) + "\"";
        return switch (scheme.path("type").asText()) {
            case "apiKey" -> apiKey(id, java, scheme);
            case "http" -> {
                String word = scheme.path("scheme").asText();
                yield word.equalsIgnoreCase("basic")
                        ? "SecurityScheme.basic(" + java + ")"
                        : "SecurityScheme.http(" + java + ", \""
                                + (word.equalsIgnoreCase("bearer") ? "Bearer" : Javadoc.javaString(word)) + "\")";
            }
            // A token of OAuth 2 or OpenID Connect; of a scheme that is described nowhere the best guess.
            default -> "SecurityScheme.http(" + java + ", \"Bearer\")";
        };
    }

    private static String apiKey(String id, String java, JsonNode scheme) {
        String in = scheme.path("in").asText();
        String name = scheme.path("name").asText();
        if (!Set.of("header", "query", "cookie").contains(in) || name.isBlank()) {
            throw new SpecificationException(
                    SCHEMES + JsonPointers.escape(id),
                    "an API key " + (name.isBlank() ? "without a name" : "in \"" + in + "\"") + " has no form here",
                    "Write its name, and header, query or cookie.");
        }
        return "SecurityScheme." + in + "(" + java + ", \"" + Javadoc.javaString(name) + "\")";
    }
}
