package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedClientTest {
    private static final Path SPECIFICATION = Path.of("openapi", "clear-street.yaml");

    @Test
    void of_whenSpecificationIsOurs_sourcesAreThoseOfTheBuild(@TempDir Path folder) {
        Path built = Path.of("target", "generated-sources", "openapi");

        Map<String, String> sources = GeneratedSources.generate(SPECIFICATION, folder);

        assertThat(sources).isNotEmpty().isEqualTo(GeneratedSources.read(built));
    }

    @Test
    void of_whenTwoSpecificationsAreGiven_clientsHaveClassesOfTheirOwn(@TempDir Path folder) {
        Path specification = TortureClients.RESOURCES.resolve("torture-3.0.yaml");

        Map<String, GeneratedClient> clients =
                GeneratedClient.of(Map.of("one", specification, "other", specification), folder);

        assertThat(clients.values())
                .extracting(client -> client.read("Thing", "{\"id\":\"1\"}"))
                .allSatisfy(
                        thing -> assertThat(GeneratedClient.get(thing, "id")).isEqualTo("1"))
                .extracting(thing -> thing.getClass().getName())
                .containsExactlyInAnyOrder(
                        "io.github.clearstreet.one.model.Thing", "io.github.clearstreet.other.model.Thing");
    }
}
