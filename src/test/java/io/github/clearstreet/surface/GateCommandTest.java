package io.github.clearstreet.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate as another project uses it: its own document, lock and generated code. */
class GateCommandTest {
    private static final String DOCUMENT = """
        openapi: 3.1.0
        info: { title: t, version: "1" }
        paths:
          /move/{from}/{to}:
            get:
              operationId: move
              tags: [Moves]
              parameters:
                - { name: from, in: path, required: true, schema: { type: string } }
                - { name: to, in: path, required: true, schema: { type: string } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Move" } } } } }
        components:
          schemas:
            Move: { type: object, required: [side], properties: { side: { $ref: "#/components/schemas/Side" } } }
            Side: { type: string, enum: [BUY, SELL] }
        """;

    @TempDir
    private Path folder;

    private Path lock;

    @BeforeEach
    void acceptDocument() throws IOException {
        lock = folder.resolve("broker.lock");
        java("String from, String to", "Side");
        assertThat(run(DOCUMENT, "--accept").exitCode()).isZero();
    }

    @Test
    void run_whenNothingDiffers_endsWith0AndSaysSo() throws IOException {
        Run run = run(DOCUMENT);

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).singleElement().asString().endsWith("callers see no difference.");
    }

    @Test
    void run_whenTwoTextsInPathChangePlaces_saysThatCallsSendOneAsTheOther() throws IOException {
        java("String to, String from", "Side");

        Run run = run(swapped());

        assertThat(run.exitCode()).isEqualTo(GateCommand.BREAKING);
        assertThat(run.lines())
                .contains("~ arguments move: path from, path to -> path to, path from | breaking behaviour | safe");
    }

    @Test
    void run_whenSchemaBecomesNullable_saysWhichAccessorChanges() throws IOException {
        java("String from, String to", "Optional<Side>");

        Run run = run(DOCUMENT.replace("type: string, enum", "type: [string, \"null\"], enum"));

        assertThat(run.exitCode()).isEqualTo(GateCommand.BREAKING);
        assertThat(run.lines())
                .contains("~ field Move side: Side, required -> Side, required, nullable | breaking source | safe");
    }

    @Test
    void run_whenOnlySignaturesDiffer_listsThem() throws IOException {
        java("String from, Integer to", "Side");

        assertThat(run(DOCUMENT).lines())
                .contains("~ member MovesApi move/2: Move, String from, String to -> Move, String from, Integer to"
                        + " | breaking source | safe");
    }

    @Test
    void run_whenOperationIsHidden_saysThatItsMethodIsGone() throws IOException {
        Files.writeString(folder.resolve("sources").resolve("MovesApi.java"), "public interface MovesApi {}");

        Run run = run(DOCUMENT.replace("      operationId: move", "      x-internal: true\n      operationId: move"));

        assertThat(run.exitCode()).isEqualTo(GateCommand.BREAKING);
        assertThat(run.lines()).anyMatch(line -> line.startsWith("~ operation move:"));
    }

    @Test
    void run_whenSameAnswerHasAnotherStatus_endsWith0() throws IOException {
        Run run = run(DOCUMENT.replace("\"200\"", "\"202\""));

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).contains("+ response move 202 application/json: Move | compatible | safe");
    }

    @Test
    void run_whenPathVariableIsRenamed_seesNoDifference() throws IOException {
        Run run = run(DOCUMENT.replace("{to}", "{target}").replace("name: to", "name: target"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).singleElement().asString().endsWith("callers see no difference.");
    }

    @Test
    void run_whenMediaTypesChangeOrder_seesNoDifference() throws IOException {
        String both =
                DOCUMENT.replace("application/json: {", "application/json: { schema: { type: object } }, text/csv: {");
        String other = both.replace("application/json: { schema: { type: object } }, text/csv: {", "text/csv: {")
                .replace("Move\" } } }", "Move\" } }, application/json: { schema: { type: object } } }");
        run(both, "--accept");

        assertThat(run(other).exitCode()).isZero();
    }

    @Test
    void run_whenOnlyReporting_endsWith0() throws IOException {
        assertThat(run(swapped(), "--report").exitCode()).isZero();
    }

    @Test
    void run_whenFileIsMissing_saysSoInOneLine() {
        assertThat(command(List.of("none.yaml")))
                .isEqualTo(new Run(
                        GateCommand.UNREADABLE,
                        List.of("none.yaml cannot be read. Give the path of an OpenAPI document.")));
    }

    @Test
    void run_whenFileIsNoDocument_saysSoInOneLine() throws IOException {
        Run run = run("just: notes");

        assertThat(run.exitCode()).isEqualTo(GateCommand.UNREADABLE);
        assertThat(run.lines()).singleElement().asString().contains("is no OpenAPI 3 document");
    }

    @Test
    void run_whenUsageIsWrong_saysHowToUseIt() {
        Run run = command(List.of("--lock"));

        assertThat(run.exitCode()).isEqualTo(GateCommand.USAGE);
        assertThat(run.lines()).singleElement().asString().startsWith("Usage: SurfaceGate SPECIFICATION");
    }

    @Test
    void run_whenSchemasAreInOtherFiles_readsThem() throws IOException {
        Files.writeString(folder.resolve("side.yaml"), "type: string\nenum: [BUY, SELL, SHORT]\n");

        Run run = run(DOCUMENT.replace("Side: { type: string, enum: [BUY, SELL] }", "Side: { $ref: ./side.yaml }"));

        assertThat(run.lines()).contains("+ value Side SHORT | compatible | safe");
    }

    private static String swapped() {
        return DOCUMENT.replace("name: from", "name: x")
                .replace("name: to", "name: from")
                .replace("name: x", "name: to");
    }

    /** Stands in for the generator: what it would make of the document. */
    private void java(String arguments, String side) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(
                sources.resolve("MovesApi.java"), "public interface MovesApi { Move move(" + arguments + "); }");
        Files.writeString(sources.resolve("Move.java"), "public final class Move { public " + side + " side() {} }");
    }

    private Run run(String document, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("document.yaml"), document);
        List<String> arguments = new ArrayList<>(List.of(file.toString(), "--lock", lock.toString()));
        arguments.addAll(List.of("--sources", folder.resolve("sources").toString()));
        arguments.addAll(List.of(options));
        return command(arguments);
    }

    private static Run command(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = GateCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private record Run(int exitCode, List<String> lines) {}
}
