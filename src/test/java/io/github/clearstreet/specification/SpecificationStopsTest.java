package io.github.clearstreet.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                /a/{p}   | { name: p, in: path, required: true, style: label, explode: true, schema: { type: array, items: { type: string } } } | a list in a path with style label and explode has no form here
                /a/{p}   | { name: p, in: path, required: true, style: matrix, schema: { $ref: "#/components/schemas/A" } } | with style matrix has no form here
                /a/{p}   | { name: p, in: path, required: true, style: form, schema: { type: string } } | there is no style form in a path
                /a       | { name: p, in: cookie, schema: { type: array, items: { type: string } } } | a list or an object in this cookie has no form here
                /a       | { name: p, in: header, style: form, schema: { type: string } } | there is no style form in a header
                /a       | { name: p, in: query, style: simple, schema: { type: string, enum: [a] } } | there is no style simple in a query
                /a       | { name: p, in: query, content: { application/pdf: {} } } | a parameter as application/pdf has no form here
                /a       | { name: p, in: header, content: { application/json: { schema: { type: array, items: { type: string } } } } } | a list as JSON in a header, a cookie or a path has no form here
                /a/{p}   | { name: p, in: path, required: true, content: { application/json: { schema: {} } } } | a list as JSON in a header, a cookie or a path has no form here
                /a       | { name: p, in: body, schema: { type: string } } | the parameter p is in "body"
                /a       | { name: p, in: path, required: true, schema: { type: string } } | has no {p}, which a parameter describes
                """)
    void write_whenAParameterCannotBeSent_stops(String path, String parameter, String message, @TempDir Path folder)
            throws IOException {
        Path specification = folder.resolve("specification.yaml");
        Files.writeString(specification, """
                openapi: 3.0.3
                info: { title: t, version: "1" }
                paths: { "%s": { delete: { operationId: o, parameters: [%s], responses: { "204": { description: none } } } } }
                components: { schemas: { A: { type: object, properties: { a: { type: string } } } } }
                """.formatted(path, parameter));

        assertThatThrownBy(() -> Prepared.write(specification, folder.resolve("prepared.json")))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void write_whenAPartHasHeadersOfItsOwn_stops(@TempDir Path folder) throws IOException {
        Path specification = folder.resolve("specification.yaml");
        Files.writeString(specification, """
                openapi: 3.0.3
                info: { title: t, version: "1" }
                paths: { /a: { post: { operationId: o, responses: { "204": { description: none } }, requestBody: { content: { multipart/form-data: {
                  schema: { type: object, properties: { file: { type: string, format: binary } } },
                  encoding: { file: { headers: { X-Id: { schema: { type: string } } } } } } } } } } }
                """);

        assertThatThrownBy(() -> Prepared.write(specification, folder.resolve("prepared.json")))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("/encoding/file/headers: a part with headers of its own has no form here");
    }

    private static final String INVALID = """
            openapi: 3.0.3
            info: { title: t, version: "1" }
            paths:
              orders/{id}:
                get:
                  operationId: getOrder
                  parameters: [{ $ref: "#/components/parameters/Nope" }]
                  responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } }
            components:
              schemas:
                A: { type: object, properties: { a: { type: strnig }, b: { $ref: "#/components/schemas/Nope" }, c: { type: { type: text } } } }
                A: { type: object, properties: { a: { type: strnig }, b: { $ref: "#/components/schemas/Nope" }, c: { type: { type: text } } } }
            """;

    @Test
    void write_whenAPublishedDocumentIsInvalid_listsWhatIsWrong(@TempDir Path folder) throws IOException {
        Path specification = folder.resolve("specification.yaml");
        Files.writeString(specification, INVALID.replaceFirst("( +A: .*\n)\\1", "$1"));

        assertThatThrownBy(() -> Prepared.write(specification, folder.resolve("prepared.json")))
                .isInstanceOfSatisfying(
                        SpecificationException.class,
                        fault -> assertThat(fault.lines())
                                .containsExactlyInAnyOrder(
                                        "#/paths/orders~1{id}: the path does not begin with /. Write /orders/{id}.",
                                        "#/paths/~1orders~1{id}/get: no parameter describes {id}. Add one with in: path and name: id.",
                                        "#/paths/~1orders~1{id}/get/parameters/0: the reference #/components/parameters/Nope leads nowhere. Correct it.",
                                        "#/components/schemas/A/properties/a: \"strnig\" is no type. Write one of string, integer, number, boolean, array, object.",
                                        "#/components/schemas/A/properties/b: the reference #/components/schemas/Nope leads nowhere. Correct it.",
                                        "#/components/schemas/A/properties/c: what \"type\" says is no type. Write one of string, integer, number, boolean, array, object."));
    }

    @Test
    void write_whenItIsLenient_mendsWhatIsWrong(@TempDir Path folder) throws IOException {
        Path specification = folder.resolve("specification.yaml");
        Files.writeString(specification, INVALID);

        assertThat(Prepared.write(specification, folder.resolve("prepared.json"), true))
                .hasSize(6);
        JsonNode prepared =
                DocumentReader.JSON.readTree(folder.resolve("prepared.json").toFile());
        assertThat(mended(specification).at("/paths/~1orders~1{id}/get/parameters"))
                .hasSize(1)
                .first()
                .satisfies(
                        parameter -> assertThat(parameter.path("name").asText()).isEqualTo("id"));
        assertThat(prepared.at("/components/schemas/A/x-model/fields"))
                .extracting(field -> field.path("type").asText())
                .containsExactly("Object", "Object", "Object");
    }

    @Test
    void write_whenAPathHasParametersOfItsQuery_sendsEachOnce(@TempDir Path folder) throws IOException {
        Path specification = folder.resolve("specification.yaml");
        Files.writeString(specification, """
                openapi: 3.0.3
                info: { title: t, version: "1" }
                paths:
                  /articles?kind=news&text={text}&page={page}:
                    get:
                      parameters: [{ name: text, in: query, schema: { type: string } }]
                      responses: { "204": { description: ok } }
                """);

        assertThat(Prepared.write(specification, folder.resolve("prepared.json"), true))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "#/paths/~1articles?kind=news&text={text}&page={page}: the path has parameters of its query:"
                                + " text, page. Write /articles?kind=news.");
        assertThat(mended(specification).at("/paths/~1articles?kind=news/get").toString())
                .containsOnlyOnce("\"text\"")
                .containsOnlyOnce("\"page\"");
    }

    @Test
    void write_whenThereAreManyClasses_findsTheirCodecsInSeveralParts(@TempDir Path folder) throws IOException {
        Path specification = folder.resolve("specification.yaml");
        Files.writeString(
                specification,
                "openapi: 3.0.3\ninfo: { title: t, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n"
                        + IntStream.range(0, 3_001)
                                .mapToObj(i -> "    E" + i + ": { type: string, enum: [a] }\n")
                                .collect(Collectors.joining()));

        Prepared.write(specification, folder.resolve("prepared.json"));

        JsonNode prepared =
                DocumentReader.JSON.readTree(folder.resolve("prepared.json").toFile());
        assertThat(prepared.at("/components/schemas"))
                .filteredOn(schema -> schema.at("/x-model/opensPart").asBoolean())
                .extracting(schema -> schema.at("/x-model/part").asInt())
                .containsExactly(1, 2, 3);
    }

    private static JsonNode mended(Path specification) {
        ObjectNode document = Bundle.read(specification, true);
        Faults.mend(document);
        return document;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                { type: http, scheme: Digest }              | #/paths/~1a/get/security: the key of key, HTTP Digest, cannot be sent with a request. Name another scheme beside it
                { type: apiKey, in: body, name: k }         | #/components/securitySchemes/key: an API key in "body" has no form here. Write its name, and header, query or cookie.
                { type: apiKey, in: header }                | #/components/securitySchemes/key: an API key without a name has no form here
                """)
    void write_whenAKeyCannotBeSent_stops(String scheme, String message, @TempDir Path folder) throws IOException {
        Path specification = folder.resolve("specification.yaml");
        Files.writeString(specification, """
                openapi: 3.0.3
                info: { title: t, version: "1" }
                security: [{ key: [] }]
                paths: { /a: { get: { operationId: a, responses: { "204": { description: d } } } } }
                components: { securitySchemes: { key: %s } }
                """.formatted(scheme));

        assertThatThrownBy(() -> Prepared.write(specification, folder.resolve("prepared.json")))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining(message)
                .message()
                .hasLineCount(1);
    }
}
