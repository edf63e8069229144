package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.internal.transport.TransportException;
import io.github.clearstreet.json.JsonModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operations of the torture specification send and return, with our own encoder and decoder. */
class TortureCallTest {
    private static final UUID KEY = new UUID(0, 1);

    private final GeneratedClient client = TortureClients.CLIENT;

    @Test
    void call_whenQueryHasEveryKindOfParameter_isEncodedOnce() {
        FeignCall call = new FeignCall(client, "ThingsApi", "{}");
        Object query = call.query(
                "GetThingsQuery",
                Map.of(
                        "text",
                        "a,b&c d",
                        "large",
                        5L,
                        "price",
                        new BigDecimal("1E+2"),
                        "since",
                        Instant.EPOCH,
                        "day",
                        LocalDate.EPOCH,
                        "ids",
                        List.of("x y", "z"),
                        "keys",
                        List.of(new UUID(0, 1), new UUID(0, 2)),
                        "build",
                        "b",
                        "trueValue",
                        "t",
                        "filterName",
                        "f"));

        call.invoke("getThings", query);

        assertThat(call.requestLine())
                .isEqualTo("GET /things?build=b&day=1970-01-01&filter%5Bname%5D=f&ids=x%20y%2Cz"
                        + "&keys=00000000-0000-0000-0000-000000000001&keys=00000000-0000-0000-0000-000000000002"
                        + "&large=5&price=100&since=1970-01-01T00%3A00%3A00Z&text=a%2Cb%26c%20d&true=t");
    }

    @Test
    void build_whenRequiredQueryParameterIsNotSet_isRefused() {
        FeignCall call = new FeignCall(client, "ThingsApi", "{}");

        assertThatThrownBy(() -> call.query("GetThingsQuery", Map.of("text", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("since");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", ".."})
    void call_whenPathWouldWiden_sendsNothing(String id) {
        for (String api : List.of("ThingsApi", "ThingsApiAsync")) {
            FeignCall call = new FeignCall(client, api, "");

            assertThatThrownBy(() -> call.invoke("deleteThing", id)).isInstanceOf(IllegalArgumentException.class);
            assertThat(call.requests()).isEmpty();
        }
    }

    @Test
    void call_whenHeadersArePartOfTheOperation_areSentUnlessNull() throws IOException {
        FeignCall call =
                new FeignCall(client, "ThingsApi", Files.readString(TortureClients.RESOURCES.resolve("thing.json")));
        Object query = call.query("GetThingQuery", Map.of("limit", 2));

        Object answer = call.invoke("getThing", "a/b", query, null, 7L);

        assertThat(call.requestLine()).isEqualTo("GET /things/a%2Fb?limit=2");
        assertThat(call.requests().get(0).headers())
                .containsEntry("X-Limit", List.of("7"))
                .doesNotContainKey("X-Trace");
        assertThat(GeneratedClient.get(Objects.requireNonNull(answer), "id")).isEqualTo("1");
    }

    @Test
    void call_whenStatusHasNoBody_returns() {
        FeignCall call = new FeignCall(client, "ThingsApi", "");

        call.invoke("deleteThing", "1");

        assertThat(call.requestLine()).isEqualTo("DELETE /things/1");
    }

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
    void call_whenOptionalBodyIsNull_sendsNone(String kind) {
        FeignCall list = new FeignCall(client, "ListsApi" + kind, "[]");
        FeignCall nested = new FeignCall(client, "OddTagNameApi" + kind, "[]");
        FeignCall withRequired = new FeignCall(client, "ThingsApi" + kind, "{}");

        list.invoke("sendTexts", (Object) null);
        nested.invoke("changeWrapped", KEY, LocalDate.EPOCH, null);
        withRequired.invoke("patchThing", "1", null);

        assertThat(List.of(list, nested, withRequired)).allSatisfy(call -> {
            assertThat(call.body()).isNull();
            assertThat(call.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("Content-Type"));
        });
    }

    /** Clear Street's own clients send an empty object when nothing is chosen. */
    @ParameterizedTest
    @ValueSource(strings = {"ListsApi", "ListsApiAsync"})
    void call_whenOptionalBodyIsNullAndMayBeEmpty_sendsAnEmptyObject(String api) {
        FeignCall call = new FeignCall(client, api, "");

        call.invoke("dropLists", (Object) null);

        assertThat(call.body()).isEqualTo("{}");
        assertThat(call.requests().get(0).headers()).containsEntry("Content-Type", List.of("application/json"));
    }

    @Test
    void call_whenQueryNamesAreOneInJava_areToldApartByUnderscores() {
        FeignCall call = new FeignCall(client, "ThingsApi", "{}");

        call.invoke(
                "getThings",
                call.query("GetThingsQuery", Map.of("since", Instant.EPOCH, "aB", "snake", "aB_", "camel")));

        assertThat(call.requestLine()).isEqualTo("GET /things?aB=camel&a_b=snake&since=1970-01-01T00%3A00%3A00Z");
    }
}
