package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parameters, bodies and responses of every kind over real HTTP, through a client of this library: what the document lists
 * under {@code x-calls} arrives as written there. The same document as 3.0 and as 3.1.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationKindsTest {
    private static final Path DOCUMENT = Path.of("src", "test", "resources", "operations", "operations.yaml");

    private final Map<String, GeneratedClient> clients = new LinkedHashMap<>();
    private final RecordingServer server = RecordingServer.start();

    /** One call of one of the documents. */
    record Call(String version, String api, JsonNode listed) {
        @Override
        public String toString() {
            return version + " " + api + " " + listed;
        }
    }

    @BeforeAll
    void generate(@TempDir Path folder) throws IOException {
        String text = Files.readString(DOCUMENT);
        Path later = folder.resolve("later.yaml");
        Files.writeString(
                later,
                text.replace("openapi: 3.0.3", "openapi: 3.1.0")
                        .replace("type: string, nullable: true", "type: [string, \"null\"]"));
        Map<String, Path> specifications = new LinkedHashMap<>();
        specifications.put("v30", DOCUMENT.toAbsolutePath());
        specifications.put("v31", later);
        clients.putAll(GeneratedClient.of(specifications, folder));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static List<Call> calls() throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String version : List.of("v30", "v31")) {
            new YAMLMapper().readTree(DOCUMENT.toFile()).path("x-calls").forEach(listed -> {
                calls.add(new Call(version, "AApi", listed));
                calls.add(new Call(version, "AApiAsync", listed));
            });
        }
        return calls;
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_whenTheSpecificationDescribesIt_sendsAllOfIt(Call call) {
        JsonNode listed = call.listed();
        server.respond(
                listed.path("s").asInt(listed.has("response") ? 200 : 204),
                listed.path("type").asText("application/json"),
                listed.path("response").asText(""));
        HttpCall http = new HttpCall(Objects.requireNonNull(clients.get(call.version())), call.api(), server.address());
        if (listed.has("refused")) {
            assertThatThrownBy(() -> http.invoke(listed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(listed.path("refused").asText());
            assertThat(server.requests()).isEmpty();
            return;
        }

        Object result = http.invoke(listed);

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo(listed.path("sends").asText());
            listed.path("headers")
                    .properties()
                    .forEach(header -> assertThat(request.headers().getFirst(header.getKey()))
                            .as(header.getKey())
                            .isEqualTo(
                                    header.getValue().isNull()
                                            ? null
                                            : header.getValue().asText()));
            if (listed.has("body")) {
                assertThat(request.body()).isEqualTo(listed.path("body").asText());
            }
            listed.path("contains").forEach(part -> assertThat(request.body()).contains(part.asText()));
        });
        if (listed.has("result")) {
            String shown =
                    result instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(result);
            assertThat(shown).contains(listed.path("result").asText());
        } else {
            assertThat(result).isNull();
        }
    }
}
