package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is new in a specification renames nothing that was there before. */
class StableNamesTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** They come first, have the tag of others, and look like others: same shapes in place, same values in place. */
    private static final String UNRELATED_OPERATIONS = """
            get:
              operationId: a_unrelated
              tags: [Things]
              parameters:
                - { name: kind, in: query, schema: { type: string, enum: [A, "1D", "-", ""] } }
                - { name: kinds, in: query, explode: false, schema: { type: array, items: { type: string, enum: [A, B] } } }
              responses:
                "200":
                  description: The same envelope, narrowed in place in the same way.
                  content:
                    application/json:
                      schema:
                        description: One word differs, see the README of the templates.
                        allOf:
                          - { $ref: "#/components/schemas/Envelope" }
                          - { type: object, required: [data], properties: { data: { $ref: "#/components/schemas/Thing" } } }
            post:
              operationId: b_unrelated
              tags: [Unrelated]
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      required: [name]
                      properties:
                        name: { type: string }
                        mode: { type: string, enum: [fast, slow] }
                        inner: { type: object, properties: { deep: { type: integer, format: int64 } } }
              responses: { "204": { description: Done. } }
            """;

    @Test
    void sources_whenUnrelatedOperationsAreNew_onlyGrow(@TempDir Path folder) throws IOException {
        JsonNode specification = torture("torture-3.1.yaml");

        assertOnlyGrow(
                specification,
                withFirstPath(specification, "/a/unrelated", YAML.readTree(UNRELATED_OPERATIONS)),
                folder);
    }

    @Test
    void sources_whenANewOperationIsACopyOfAnOldOne_onlyGrow(@TempDir Path folder) throws IOException {
        JsonNode specification = torture("torture-3.0.yaml");
        ObjectNode copy = specification.at("/paths/~1things~1{thing-id}/get").deepCopy();
        ObjectNode operations = YAML.createObjectNode().set("get", copy.put("operationId", "a_copy"));

        assertOnlyGrow(specification, withFirstPath(specification, "/a/copy/{thing-id}", operations), folder);
    }

    private static JsonNode withFirstPath(JsonNode specification, String path, JsonNode operations) {
        ObjectNode changed = specification.deepCopy();
        ObjectNode paths = changed.putObject("paths");
        paths.set(path, operations);
        paths.setAll((ObjectNode) specification.path("paths"));
        return changed;
    }

    private static void assertOnlyGrow(JsonNode specification, JsonNode changed, Path folder) throws IOException {
        Map<String, String> before = generate(specification, folder.resolve("before"));
        Map<String, String> after = generate(changed, folder.resolve("after"));

        assertThat(after.keySet()).containsAll(before.keySet()).hasSizeGreaterThan(before.size());
        assertThat(before).isNotEmpty().allSatisfy((name, text) -> {
            // Only these list what other files hold.
            if (name.matches(".*(Api|ApiAsync|ModelCodecs)\\.java")) {
                assertThat(Objects.requireNonNull(after.get(name)).lines())
                        .containsSubsequence(text.lines().toList());
            } else {
                assertThat(after.get(name)).isEqualTo(text);
            }
        });
    }

    @Test
    void sources_whenANewNameIsAnOldOneInJava_onlyGrow(@TempDir Path folder) throws IOException {
        JsonNode specification = torture("torture-3.1.yaml");
        ObjectNode changed = specification.deepCopy();
        ObjectNode properties = (ObjectNode) changed.at("/components/schemas/Metadata/properties");
        JsonNode old = properties.remove("next_page_token");
        properties.putObject("nextPageToken").put("type", "integer");
        properties.set("next_page_token", old);
        ObjectNode parameter =
                (ObjectNode) changed.at("/paths/~1things/get/parameters/1").deepCopy();
        ((ArrayNode) changed.at("/paths/~1things/get/parameters")).insert(0, parameter.put("name", "maybeSide"));

        Map<String, String> before = generate(specification, folder.resolve("before"));
        Map<String, String> after = generate(changed, folder.resolve("after"));

        List<String> grown = before.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .toList();
        assertThat(grown)
                .extracting(name -> Path.of(name).getFileName().toString())
                .containsExactlyInAnyOrder("ThingsApi.java", "Metadata.java", "MetadataCodec.java");
        assertThat(grown)
                .allSatisfy(name -> assertThat(signatures(Objects.requireNonNull(after.get(name))))
                        .containsAll(signatures(Objects.requireNonNull(before.get(name)))));
        assertThat(after.values()).anySatisfy(text -> assertThat(text).contains("nextPageToken_()"));
        assertThat(after.values()).anySatisfy(text -> assertThat(text).contains("maybeSide_("));
    }

    private static List<String> signatures(String text) {
        return text.lines()
                .filter(line -> line.contains("(") && line.endsWith("{"))
                .toList();
    }

    private static JsonNode torture(String name) throws IOException {
        return YAML.readTree(TortureClients.RESOURCES.resolve(name).toFile());
    }

    private static Map<String, String> generate(JsonNode specification, Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("specification.yaml");
        YAML.writeValue(file.toFile(), specification);
        return GeneratedSources.generate(file, folder.resolve("sources"));
    }
}
