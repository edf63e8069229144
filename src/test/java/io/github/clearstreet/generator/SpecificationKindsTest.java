package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.OpenEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents of every kind generate, compile without a warning, and their models read and write what the documents list under
 * {@code x-documents}: nothing is lost, and nothing is a violation.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpecificationKindsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "specifications");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, GeneratedClient> clients = new LinkedHashMap<>();

    /** A value that one of the specifications describes. */
    record Document(String specification, JsonNode listed) {
        String model() {
            return listed.path("model").asText();
        }

        String json() {
            return listed.path("json").isTextual()
                    ? listed.path("json").textValue()
                    : listed.path("json").toString();
        }

        @Override
        public String toString() {
            return specification + " " + model() + json().substring(0, Math.min(60, json().length()));
        }
    }

    @BeforeAll
    void generate(@TempDir Path folder) throws IOException {
        Map<String, Path> specifications = new LinkedHashMap<>();
        files().forEach(file -> specifications.put(nameOf(file), file.toAbsolutePath()));
        clients.putAll(GeneratedClient.of(specifications, folder));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replace(".yaml", "");
    }

    static List<Document> documents() throws IOException {
        List<Document> documents = new ArrayList<>();
        for (Path file : files()) {
            new YAMLMapper()
                    .readTree(file.toFile())
                    .path("x-documents")
                    .forEach(listed -> documents.add(new Document(nameOf(file), listed)));
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void read_whenTheSpecificationDescribesTheDocument_losesNothing(Document document) throws IOException {
        JsonModel model = client(document.specification()).read(document.model(), document.json());

        assertThat(model.violations()).isEmpty();
        assertThat(JSON.readTree(model.toJson())).isEqualTo(JSON.readTree(document.json()));
        document.listed()
                .path("known")
                .forEach(accessor -> assertThat(GeneratedClient.get(model, accessor.asText()))
                        .asInstanceOf(InstanceOfAssertFactories.OPTIONAL)
                        .hasValueSatisfying(value ->
                                assertThat(((OpenEnum) value).isKnown()).isTrue()));
        document.listed()
                .path("get")
                .properties()
                .forEach(entry -> assertThat((Optional<?>) found(model, entry.getKey()))
                        .matches(
                                value -> value.isPresent()
                                        == entry.getValue().asText().equals("present"),
                                entry.toString()));
    }

    /** Follows a path of accessors, for example {@code owner.asPerson}. */
    private static Object found(Object model, String path) {
        Object found = model;
        for (String accessor : path.split("\\.", -1)) {
            found = GeneratedClient.get(found instanceof Optional<?> some ? some.orElseThrow() : found, accessor);
        }
        return found;
    }

    @Test
    void sources_whenTagsAreInAnyScript_haveAllOperations() {
        GeneratedClient names = client("names");

        assertThat(names.api("U8ba2U5355Api").getMethods()).isNotEmpty();
        assertThat(names.api("U8d26U6237Api").getMethods()).isNotEmpty();
        assertThat(names.api("U41eU440U434U435U440U430Api").getMethods()).isNotEmpty();
    }

    private GeneratedClient client(String specification) {
        return Objects.requireNonNull(clients.get(specification), specification);
    }
}
