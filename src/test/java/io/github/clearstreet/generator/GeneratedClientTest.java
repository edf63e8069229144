package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.json.JsonModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedClientTest {
    private static final Path SPECIFICATION = Path.of("openapi", "clear-street.yaml");

    @Test
    void of_whenSpecificationIsOurs_sourcesAreThoseOfTheBuild(@TempDir Path folder) throws IOException {
        Path built = Path.of("target", "generated-sources", "openapi");

        Map<String, String> sources =
                texts(GeneratedClient.of(SPECIFICATION, folder).sources());

        assertThat(sources).isNotEmpty().isEqualTo(texts(built));
    }

    @Test
    void of_whenTwoSpecificationsAreGiven_clientsHaveClassesOfTheirOwn(@TempDir Path folder) {
        Map<String, GeneratedClient> clients =
                GeneratedClient.of(Map.of("one", SPECIFICATION, "other", SPECIFICATION), folder);

        assertThat(clients.values())
                .extracting(client -> client.model("Order").getName())
                .containsExactlyInAnyOrder(
                        "io.github.clearstreet.one.model.Order", "io.github.clearstreet.other.model.Order");
    }

    @Test
    void read_whenTextIsAnAnswer_accessorsReturnItsValues(@TempDir Path folder) {
        GeneratedClient client = GeneratedClient.of(SPECIFICATION, folder);

        JsonModel answer = client.read("OrderListResponse", "{\"data\":[{\"id\":\"1\"}]}");

        assertThat(GeneratedClient.get(answer, "data"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1)
                .first()
                .extracting(order -> GeneratedClient.get(order, "id"))
                .isEqualTo("1");
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            return sources.stream()
                    .collect(Collectors.toMap(file -> folder.relativize(file).toString(), GeneratedClientTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
