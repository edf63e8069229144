package io.github.clearstreet.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.specification.SpecificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceReaderTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "surface");

    @ParameterizedTest
    @ValueSource(strings = {"openapi-3.0", "openapi-3.1"})
    void read_whenSpecificationIsValid_listsWhatCallersSee(String name) throws IOException {
        String expected = Files.readString(FOLDER.resolve(name + ".lock"));

        assertThat(SurfaceReader.read(FOLDER.resolve(name + ".yaml"))).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi-3.0", "openapi-3.1"})
    void parse_whenTextIsASurface_isTheSurface(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name + ".lock"));

        assertThat(Surface.parse(text).facts())
                .isEqualTo(SurfaceReader.read(FOLDER.resolve(name + ".yaml")).facts());
    }

    @Test
    void read_whenFileIsNoSpecification_saysWhichFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.yaml"), "just: notes");

        assertThatThrownBy(() -> SurfaceReader.read(file))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("notes.yaml: this is no OpenAPI 3 document");
    }
}
