package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.clearstreet.surface.SurfaceGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gate says of one edit, by the document and by what is generated from it before and after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateEditsTest {
    private static final Path DOCUMENT = Path.of("src", "test", "resources", "edits", "edits.yaml");
    private static final List<String> WORST = List.of("breaking source", "breaking behaviour", "compatible");

    private Path folder = Path.of("");

    /** One edit, and what it means. */
    record Edit(int number, JsonNode listed) {
        String says(String field) {
            return listed.path(field).asText();
        }

        @Override
        public String toString() {
            return says("edit");
        }
    }

    @BeforeAll
    void generate(@TempDir Path given) throws IOException {
        folder = given;
        write("before", Files.readString(DOCUMENT));
    }

    static List<Edit> edits() throws IOException {
        List<Edit> edits = new ArrayList<>();
        new YAMLMapper()
                .readTree(DOCUMENT.toFile())
                .path("x-edits")
                .forEach(listed -> edits.add(new Edit(edits.size(), listed)));
        return edits;
    }

    @ParameterizedTest
    @MethodSource("edits")
    void compare_whenTheDocumentIsEdited_saysWhatItMeans(Edit edit) throws IOException {
        String text = Files.readString(DOCUMENT);
        String document = text.substring(0, text.indexOf("x-edits:"));
        assertThat(document).contains(edit.says("from"));
        String name = "after" + edit.number();
        write(name, document.replace(edit.says("from"), edit.says("to")));

        List<String> verdicts = SurfaceGate.compare(
                folder.resolve("before.yaml"),
                folder.resolve("before"),
                folder.resolve(name + ".yaml"),
                folder.resolve(name));

        String callers = WORST.stream()
                .filter(worst -> verdicts.stream().anyMatch(verdict -> verdict.contains(" | " + worst + " | ")))
                .findFirst()
                .orElse("none");
        String wire = verdicts.stream().anyMatch(verdict -> verdict.endsWith(" | unsafe")) ? "unsafe" : "safe";
        assertThat(callers + ", " + wire).as("%s", verdicts).isEqualTo(edit.says("callers") + ", " + edit.says("wire"));
    }

    private void write(String name, String document) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), document);
        GeneratedClient.generate(file, "edited", folder.resolve(name));
    }
}
