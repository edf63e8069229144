package io.github.clearstreet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The pact that the consumer tests have written, read as plain JSON, so that no Pact library stands between. */
final class PactFile {
    static final Path FOLDER = Path.of("target", "pacts");
    static final Path FILE = FOLDER.resolve(Parties.CONSUMER + "-" + Parties.PROVIDER + ".json");

    private PactFile() {}

    /** One interaction of the pact. */
    record Interaction(String description, String state, Exchange exchange) {}

    static List<Interaction> interactions() {
        try {
            JsonNode pact = new ObjectMapper().readTree(Files.readAllBytes(FILE));
            return StreamSupport.stream(pact.path("interactions").spliterator(), false)
                    .map(PactFile::interaction)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The consumer tests write the pact: run them first", e);
        }
    }

    private static Interaction interaction(JsonNode interaction) {
        JsonNode request = interaction.path("request");
        JsonNode response = interaction.path("response");
        return new Interaction(
                interaction.path("description").asText(),
                interaction.at("/providerStates/0/name").asText(),
                new Exchange(
                        new Exchange.Request(
                                request.path("method").asText(),
                                request.path("path").asText(),
                                parameters(request),
                                header(request, "content-type"),
                                body(request)),
                        new Exchange.Answer(
                                response.path("status").asInt(),
                                header(response, "content-type"),
                                !header(response, "retry-after").isEmpty(),
                                body(response))));
    }

    private static Map<String, List<String>> parameters(JsonNode request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.path("query")
                .properties()
                .forEach(parameter -> parameters.put(
                        parameter.getKey(),
                        StreamSupport.stream(parameter.getValue().spliterator(), false)
                                .map(JsonNode::asText)
                                .toList()));
        return parameters;
    }

    private static String header(JsonNode part, String name) {
        return part.path("headers").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().path(0).asText())
                .findFirst()
                .orElse("");
    }

    private static String body(JsonNode part) {
        JsonNode content = part.at("/body/content");
        return content.isTextual() ? content.asText() : content.toString();
    }
}
