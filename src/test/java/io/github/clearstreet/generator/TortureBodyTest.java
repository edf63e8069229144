package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.internal.http.TransportException;
import io.github.clearstreet.json.JsonModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies that the operations of the torture specification send and return, with our own encoder and decoder. */
class TortureBodyTest {
    private static final UUID KEY = new UUID(0, 1);

    private final GeneratedClient client = TortureClients.CLIENT;

    @ParameterizedTest
    @ValueSource(strings = {"ThingsApi", "ThingsApiAsync"})
    void call_whenBodyIsAList_isWrittenAsOne(String api) {
        FeignCall call = new FeignCall(client, api, "{\"data\":[]}");
        Object thing = client.read("Thing", "{\"id\":\"1\",\"count\":2,\"sides\":[\"BUY\"]}");

        call.invoke("createThings", List.of(thing, thing));

        assertThat(call.body())
                .isEqualTo(
                        "[{\"id\":\"1\",\"count\":2,\"sides\":[\"BUY\"]},{\"id\":\"1\",\"count\":2,\"sides\":[\"BUY\"]}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OddTagNameApi", "OddTagNameApiAsync"})
    void call_whenAnswerIsAList_isReadElementByElement(String api) {
        FeignCall call = new FeignCall(client, api, "[{\"id\":\"1\"},3]");

        List<?> things = (List<?>) Objects.requireNonNull(
                call.invoke("changeWrapped", KEY, LocalDate.EPOCH, List.of(List.of("a"), List.of())));

        assertThat(call.body()).isEqualTo("[[\"a\"],[]]");
        assertThat(GeneratedClient.get(things.get(0), "id")).isEqualTo("1");
        assertThat(((JsonModel) things.get(1)).violations())
                .extracting(Object::toString)
                .containsExactly("/1: not an object: 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListsApi", "ListsApiAsync"})
    void call_whenBodyAndAnswerHoldPlainValues_areConverted(String api) {
        FeignCall texts = new FeignCall(client, api, "[\"1.50\",2]");
        FeignCall sides = new FeignCall(client, api, "{\"BUY\":1}");
        FeignCall maps = new FeignCall(client, api, "[{\"a\":null,\"b\":[true]}]");
        Object buy = GeneratedClient.get(client.read("Thing", "{\"one_side\":\"BUY\"}"), "oneSide");

        assertThat(texts.invoke("sendTexts", List.of("a", "b")))
                .isEqualTo(List.of(new BigDecimal("1.50"), new BigDecimal(2)));
        assertThat(texts.body()).isEqualTo("[\"a\",\"b\"]");
        assertThat(sides.invoke("sendSides", List.of(((Optional<?>) buy).orElseThrow())))
                .isEqualTo(Map.of("BUY", 1L));
        assertThat(sides.body()).isEqualTo("[\"BUY\"]");
        assertThat(maps.invoke("sendMaps", Map.of("k", client.read("Metadata", "{\"next_page_token\":\"=\"}"))))
                .hasToString("[{a=null, b=[true]}]");
        assertThat(maps.body()).isEqualTo("{\"k\":{\"next_page_token\":\"=\"}}");
    }

    @Test
    void call_whenBodyAndAnswerAreFreeForm_keepsNullsAndNumbers() {
        FeignCall call = new FeignCall(client, "OddTagNameApi", "[1.10,null]");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("a", null);
        body.put("b", List.of(new BigDecimal("1.10"), true));

        assertThat(call.invoke("replaceWrapped", KEY, LocalDate.EPOCH, body)).hasToString("[1.10, null]");

        assertThat(call.requestLine()).isEqualTo("PUT /wrapped/00000000-0000-0000-0000-000000000001/1970-01-01");
        assertThat(call.body()).isEqualTo("{\"a\":null,\"b\":[1.10,true]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"1\",null]", "[\"1\",[2]]", "{}", "null", "[\"1\"", "[] []"})
    void call_whenListOfPlainValuesIsUnreadable_failsAsAWhole(String answer) {
        FeignCall call = new FeignCall(client, "ListsApi", answer);

        assertThatThrownBy(() -> call.invoke("sendTexts", List.of()))
                .hasCauseInstanceOf(TransportException.class)
                .hasStackTraceContaining("MalformedJsonException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"a\":null}", "{\"a\":1,\"b\":\"x\"}", "null"})
    void call_whenMapOfPlainValuesIsUnreadable_failsAsAWhole(String answer) {
        FeignCall call = new FeignCall(client, "ListsApi", answer);

        assertThatThrownBy(() -> call.invoke("sendSides", List.of()))
                .hasCauseInstanceOf(TransportException.class)
                .hasStackTraceContaining("MalformedJsonException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Async"})
    void call_whenOptionalBodyIsLeftOut_sendsNone(String kind) {
        FeignCall list = new FeignCall(client, "ListsApi" + kind, "[]");
        FeignCall nested = new FeignCall(client, "OddTagNameApi" + kind, "[]");
        FeignCall withRequired = new FeignCall(client, "ThingsApi" + kind, "{}");

        list.invoke("sendTexts");
        nested.invoke("changeWrapped", KEY, LocalDate.EPOCH);
        withRequired.invoke("patchThing", "1");

        assertThat(List.of(list, nested, withRequired)).allSatisfy(call -> {
            assertThat(call.body()).isNull();
            assertThat(call.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("Content-Type"));
        });
    }
}
