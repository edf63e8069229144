package io.github.clearstreet.specification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be carried into Java stops the build with one line that names the place. */
class SpecificationStopsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                { $ref: "#/components/schemas/Nope" }      | #/components/schemas/A: the reference #/components/schemas/Nope leads nowhere.
                { $ref: "other.yaml" }                     | there is no file other.yaml beside specification.yaml.
                { $ref: "https://example.com/a.yaml" }     | the reference https://example.com/a.yaml leads into the network.
                { type: strnig }                           | #/components/schemas/A: "strnig" is no type.
                { type: object, type: string }             | specification.yaml:4: the key "type" is there twice.
                { allOf: [{ $ref: "#/components/schemas/A" }, { type: object }] } | the parts contain each other.
                { oneOf: [{ $ref: "#/components/schemas/B" }], properties: { k: { type: string } }, discriminator: { propertyName: k, mapping: { x: C } } } | #/components/schemas/A/discriminator/mapping/x: there is no schema C.
                """)
    void write_whenSomethingCannotBeCarried_saysWhereInOneLine(String schema, String message, @TempDir Path folder)
            throws IOException {
        Path specification = folder.resolve("specification.yaml");
        Files.writeString(specification, """
                openapi: 3.0.3
                info: { title: t, version: "1" }
                paths: {}
                components: { schemas: { A: %s, B: { type: object, properties: { b: { type: string } } } } }
                """.formatted(schema));

        assertThatThrownBy(() -> Prepared.write(specification, folder.resolve("prepared.json")))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining(message)
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "swagger: '2.0', this is no OpenAPI 3 document",
        "'a: [b', Correct the YAML text",
        "'', the file is empty"
    })
    void write_whenTheFileIsNoDocument_saysSo(String text, String message, @TempDir Path folder) throws IOException {
        Path specification = folder.resolve("specification.yaml");
        Files.writeString(specification, text);

        assertThatThrownBy(() -> Prepared.write(specification, folder.resolve("prepared.json")))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining(message);
    }
}
