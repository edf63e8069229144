package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeSpecificationTest {
    @Test
    void of_whenSpecificationIsLarge_compilesWithoutWarnings(@TempDir Path folder) throws IOException {
        Path specification = new LargeSpecification(60, 150).write(folder.resolve("large.json"));
        Instant start = Instant.now();

        GeneratedClient client = GeneratedClient.of(specification, folder);

        System.out.println("60 operations and 150 schemas are generated and compiled in "
                + Duration.between(start, Instant.now()).toSeconds() + " s");
        assertThat(client.api("Group9Api").getMethods()).hasSize(6);
        assertThat(GeneratedClient.get(client.read("Thing148", "{\"id\":\"1\"}"), "id"))
                .isEqualTo("1");
    }
}
