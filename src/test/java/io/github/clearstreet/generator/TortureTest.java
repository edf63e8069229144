package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.clearstreet.json.JsonModel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Specifications as other people write them: generated, compiled with warnings as errors, and used. */
class TortureTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final GeneratedClient client = TortureClients.CLIENT;
    private final GeneratedClient older = TortureClients.OLDER;
    private final JsonNode thing;

    TortureTest() throws IOException {
        thing = MAPPER.readTree(Files.readString(TortureClients.RESOURCES.resolve("thing.json")));
    }

    @Test
    void toJson_whenEveryFieldIsGiven_isWhatWasRead() throws IOException {
        JsonModel model = client.read("Thing", thing.toString());

        assertThat(model.violations()).isEmpty();
        assertThat(model.additionalProperties()).isEmpty();
        assertThat(MAPPER.readTree(model.toJson())).isEqualTo(thing);
        Object rebuilt = GeneratedClient.get(GeneratedClient.get(model, "toBuilder"), "build");
        assertThat(rebuilt).isEqualTo(model).hasSameHashCodeAs(model);
    }

    @Test
    void accessors_whenTypesDiffer_returnTypedValues() {
        JsonModel model = client.read("Thing", thing.toString());

        assertThat(GeneratedClient.get(model, "count")).isEqualTo(9007199254740993L);
        assertThat(GeneratedClient.get(model, "token")).isEqualTo(Optional.of("not base64 !"));
        assertThat(GeneratedClient.get(model, "day")).isEqualTo(Optional.of(LocalDate.parse("2026-02-28")));
        assertThat(GeneratedClient.get(model, "at"))
                .isEqualTo(Optional.of(Instant.parse("2026-01-01T00:00:00.123456789Z")));
        assertThat(GeneratedClient.get(model, "key"))
                .isEqualTo(Optional.of(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e")));
        assertThat(GeneratedClient.get(model, "counts")).isEqualTo(Optional.of(Map.of("a", 1L, "b", 2L)));
        assertThat(GeneratedClient.get(model, "numbers")).hasToString("Optional[7]");
    }

    @Test
    void read_whenValuesWithinMapsAreWrong_reportsTheFieldAndKeepsItsText() throws IOException {
        String json = "{\"id\":\"1\",\"count\":1,\"sides\":[],\"counts\":{\"a\":1,\"b\":\"x\",\"c\":{}},"
                + "\"lists_by_key\":{\"k\":[1,2]},\"maps\":[{\"a\":null}],\"day\":\"2026-02-30\",\"key\":\"1-1-1-1-1\"}";

        JsonModel model = client.read("Thing", json);

        assertThat(model.violations())
                .extracting(violation -> violation.pointer())
                .containsExactlyInAnyOrder("/counts/b", "/lists_by_key/k/0", "/maps/0/a", "/day", "/key");
        assertThat(MAPPER.readTree(model.toJson())).isEqualTo(MAPPER.readTree(json));
        assertThat(GeneratedClient.get(model, "id")).isEqualTo("1");
    }

    @Test
    void read_whenModelWithinMapIsWrong_isReportedByThatModelAlone() {
        JsonModel model = client.read("Thing", "{\"id\":\"1\",\"count\":1,\"sides\":[],\"by_key\":{\"k\":3,\"l\":{}}}");

        assertThat(model.violations()).extracting(Object::toString).containsExactly("/by_key/k: not an object: 3");
        assertThat(GeneratedClient.get(model, "byKey"))
                .asInstanceOf(InstanceOfAssertFactories.optional(Map.class))
                .isPresent();
    }

    @Test
    void choice_whenDiscriminatorIsKnownOrNot_isOneOfTheKindsOrUnknown() {
        JsonModel square = client.read("Shape", "{\"shape_type\":\"square\",\"side\":2}");
        JsonModel ring = client.read("Shape", "{\"shape_type\":\"r&d \\\"x\\\"\"}");
        JsonModel triangle = client.read("Shape", "{\"shape_type\":\"triangle\",\"height\":3}");

        assertThat(GeneratedClient.get(square, "asSquare"))
                .hasToString("Optional[Square{\"shape_type\":\"square\",\"side\":2}]");
        assertThat(GeneratedClient.get(ring, "asRing")).hasToString("Optional[Ring{\"shape_type\":\"r&d \\\"x\\\"\"}]");
        assertThat(GeneratedClient.get(square, "asCircle")).isEqualTo(Optional.empty());
        assertThat(GeneratedClient.get(triangle, "asSquare")).isEqualTo(Optional.empty());
        assertThat(GeneratedClient.get(triangle, "asCircle")).isEqualTo(Optional.empty());
        assertThat(GeneratedClient.get(triangle, "shapeType")).isEqualTo(Optional.of("triangle"));
        assertThat(triangle.additionalProperties()).containsEntry("height", 3L);
    }

    @Test
    void enum_whenInPlace_isAnOpenEnumNamedAfterItsProperty() {
        JsonModel model = client.read("Thing", "{\"kind\":\"1D\",\"kinds\":[\"A\",\"C\"]}");

        assertThat(GeneratedClient.get(model, "kind"))
                .asInstanceOf(InstanceOfAssertFactories.OPTIONAL)
                .hasValueSatisfying(kind -> assertThat(kind)
                        .isInstanceOf(client.model("ThingKind"))
                        .extracting(value -> GeneratedClient.get(value, "isKnown"))
                        .isEqualTo(true));
        assertThat(GeneratedClient.get(model, "kinds"))
                .asInstanceOf(InstanceOfAssertFactories.optional(List.class))
                .hasValueSatisfying(kinds -> assertThat((List<?>) kinds)
                        .extracting(value -> GeneratedClient.get(value, "isKnown"))
                        .containsExactly(true, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1D",
                "-",
                "",
                "abc",
                "ABC",
                "Abc",
                "a b",
                "a-b",
                "a_b",
                "\"",
                "\\",
                "é",
                "UNRECOGNIZED",
                "null",
                "value",
                "Known"
            })
    void enum_whenValueIsOdd_hasAConstantOfItsOwn(String value) {
        JsonModel model = client.read(
                "UsesThem", MAPPER.createObjectNode().put("odd", value).toString());

        assertThat(model.violations()).isEmpty();
        assertThat(GeneratedClient.get(model, "odd"))
                .asInstanceOf(InstanceOfAssertFactories.OPTIONAL)
                .hasValueSatisfying(
                        odd -> assertThat(GeneratedClient.get(odd, "isKnown")).isEqualTo(true));
        assertThat(model.toJson())
                .isEqualTo("{\"odd\":" + MAPPER.createObjectNode().textNode(value) + "}");
    }

    @Test
    void envelope_whenNarrowedInPlace_isNamedAfterItsOwnOperation() {
        JsonModel one = client.read(
                "GetWrapped200Response", "{\"metadata\":{},\"data\":{\"id\":\"1\",\"count\":1,\"sides\":[]}}");
        JsonModel list = client.read(
                "ListWrapped200Response", "{\"metadata\":{},\"data\":[{\"id\":\"1\",\"count\":1,\"sides\":[]}]}");

        assertThat(GeneratedClient.get(GeneratedClient.get(one, "data"), "id")).isEqualTo("1");
        assertThat(GeneratedClient.get(list, "data"))
                .asInstanceOf(InstanceOfAssertFactories.optional(List.class))
                .isPresent();
    }

    @Test
    void read_whenSpecificationIsOlder_meansTheSame() {
        JsonModel answer = older.read(
                "GetThing200Response",
                "{\"error\":null,\"data\":{\"id\":\"1\",\"price\":null,\"side\":null,\"kind\":null,\"token\":\"=\",\"extra\":{\"a\":1}}}");

        Object data = GeneratedClient.get(answer, "data");
        assertThat(answer.violations()).isEmpty();
        assertThat(GeneratedClient.get(data, "price")).isEqualTo(Optional.empty());
        assertThat(GeneratedClient.get(data, "side")).isEqualTo(Optional.empty());
        assertThat(GeneratedClient.get(data, "token")).isEqualTo(Optional.of("="));
    }

    @Test
    void deprecated_whenSpecificationSaysSo_isSaidToCallers() throws NoSuchMethodException {
        assertThat(client.model("Thing").getMethod("old").isAnnotationPresent(Deprecated.class))
                .isTrue();
        assertThat(client.model("Thing").getMethod("id").isAnnotationPresent(Deprecated.class))
                .isFalse();
    }
}
