package io.github.clearstreet.specification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareCommandTest {
    private static final String SPECIFICATION =
            Path.of("openapi", "clear-street.yaml").toString();
    private static final String SETTINGS =
            Path.of("generator-templates", "config.yaml").toString();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void run_withPackage_writesConfigWithoutOneOfOurs() throws IOException {
        Path config = folder.resolve("config.json");

        int code = run(
                SPECIFICATION,
                output(),
                "--package",
                "com.acme.broker",
                "--config",
                config.toString(),
                "--settings",
                SETTINGS);

        assertThat(code).as(text()).isEqualTo(PrepareCommand.DONE);
        JsonNode written = new ObjectMapper().readTree(config.toFile());
        assertThat(written.get("apiPackage").textValue()).isEqualTo("com.acme.broker.api");
        assertThat(written.get("modelPackage").textValue()).isEqualTo("com.acme.broker.model");
        assertThat(written.at("/files/modelCodecs.hbs/folder").textValue())
                .isEqualTo("src/main/java/com/acme/broker/model");
        assertThat(Files.readString(config)).doesNotContain("clearstreet");
        assertThat(text()).isEmpty();
    }

    @Test
    void run_withoutPackage_writesTheDocumentAlone() throws IOException {
        assertThat(run(SPECIFICATION, output())).isEqualTo(PrepareCommand.DONE);
        try (var files = Files.list(folder)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("out.json");
        }
    }

    @Test
    void run_withInvalidDocument_saysHowToGoOn() throws IOException {
        Path invalid = Files.writeString(
                folder.resolve("api.yaml"),
                Files.readString(Path.of(SPECIFICATION)).replaceFirst("type: string", "type: strnig"));

        assertThat(run(invalid.toString(), output())).isEqualTo(PrepareCommand.REFUSED);
        assertThat(text().lines()).allMatch(line -> line.startsWith("SPECIFICATION "));
        assertThat(text()).contains("\"strnig\" is no type").contains("--lenient");
        said.reset();

        assertThat(run(invalid.toString(), output(), "--lenient")).isEqualTo(PrepareCommand.DONE);
        assertThat(text()).contains("SPECIFICATION Mended: ");
    }

    @Test
    void run_withoutSpecification_saysWhichFileIsMissing() {
        assertThat(run("nowhere.yaml", output())).isEqualTo(PrepareCommand.REFUSED);
        assertThat(text())
                .isEqualToIgnoringNewLines(
                        "SPECIFICATION nowhere.yaml: the file cannot be read. Name a file that is there, in UTF-8.");
    }

    @Test
    void run_calledWrongly_saysHowToCallIt() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of(SPECIFICATION),
                List.of(SPECIFICATION, output(), "--package"),
                List.of(SPECIFICATION, output(), "--package", "com.acme"),
                List.of(SPECIFICATION, output(), "--paket", "com.acme"),
                List.of(SPECIFICATION, output(), "--package", "com/acme", "--config", "c.json", "--settings", SETTINGS),
                List.of(
                        SPECIFICATION,
                        output(),
                        "--package",
                        "com.acme",
                        "--config",
                        "c.yaml",
                        "--settings",
                        SETTINGS))) {
            assertThat(run(wrong.toArray(String[]::new))).as("%s", wrong).isEqualTo(PrepareCommand.USAGE);
        }
        assertThat(text().lines()).hasSize(7);
    }

    private int run(String... arguments) {
        return PrepareCommand.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return folder.resolve("out.json").toString();
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
