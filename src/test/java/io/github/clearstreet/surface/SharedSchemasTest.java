package io.github.clearstreet.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedSchemasTest {
    private static final String SPECIFICATION = """
        openapi: %s
        info: { title: Two operations, version: "1" }
        paths:
          /a:
            get:
              operationId: get_a
              responses: { "200": { description: ok, content: { application/json: { schema:
                { type: object, properties: { data: { $ref: "#/components/schemas/Thing" } } } } } } }
          /b:
            get:
              operationId: get_b
              responses: { "200": { description: ok, content: { application/json: { schema:
                { type: object, properties: { data: { $ref: "#/components/schemas/Thing" } } } } } } }
        components:
          schemas:
            Thing: { type: object, properties: { id: { type: string } } }
        """;

    @Test
    void report_whenTwoAnswersInPlaceAreAlikeIn31_saysWhichClassIsCalledAfterAnother(@TempDir Path folder)
            throws IOException {
        Path specification = Files.writeString(folder.resolve("a.yaml"), SPECIFICATION.formatted("3.1.0"));

        assertThat(new SurfaceGate(specification, SurfaceGate.LOCK, null).report(List.of()))
                .contains("get_b 200 is word for word that of get_a: give it a name under components/schemas");
    }

    @Test
    void report_whenTheyAreAlikeIn30_saysNothing(@TempDir Path folder) throws IOException {
        Path specification = Files.writeString(folder.resolve("a.yaml"), SPECIFICATION.formatted("3.0.3"));

        assertThat(new SurfaceGate(specification, SurfaceGate.LOCK, null).report(List.of()))
                .doesNotContain("word for word");
    }
}
