package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are no names in Java, or are taken there: what is read and sent is called as in the specification. */
class TortureNamesTest {
    private static final String NAMES =
            "{\"class\":\"c\",\"to_json\":\"j\",\"quote\\\"d\":\"q\",\"back\\\\slash\\\\\":\"b\","
                    + "\"\\\\u0022\":\"u\",\"P&L\":\"-1.50\",\"it's\":\"i\",\"e=f\":\"e\",\"<g>\":\"g\"}";

    private final GeneratedClient client = TortureClients.CLIENT;

    @Test
    void accessors_whenNamesAreOneInJava_areToldApartByUnderscores() {
        JsonModel names = client.read("Names", "{\"a_b\":\"snake\",\"aB\":\"camel\",\"a.b\":\"dot\"}");

        assertThat(GeneratedClient.get(names, "aB")).isEqualTo(Optional.of("snake"));
        assertThat(GeneratedClient.get(names, "aB_")).isEqualTo(Optional.of("camel"));
        assertThat(GeneratedClient.get(names, "aB__")).isEqualTo(Optional.of("dot"));
    }

    @Test
    void call_whenQueryNamesAreOneInJava_areToldApartByUnderscores() {
        FeignCall call = new FeignCall(client, "ThingsApi", "{}");

        call.invoke(
                "getThings",
                call.query("GetThingsQuery", Map.of("since", Instant.EPOCH, "aB", "snake", "aB_", "camel")));

        assertThat(call.requestLine()).isEqualTo("GET /things?aB=camel&a_b=snake&since=1970-01-01T00%3A00%3A00Z");
    }

    @Test
    void read_whenNamesHaveCharactersOfHtmlAndJava_knowsAllOfThem() {
        JsonModel names = client.read("Names", NAMES);

        assertThat(names.additionalProperties()).isEmpty();
        assertThat(names.violations()).isEmpty();
        assertThat(GeneratedClient.get(names, "pAmpersandL")).isEqualTo(Optional.of(new BigDecimal("-1.50")));
        assertThat(GeneratedClient.get(names, "itQuoteS")).isEqualTo("i");
        assertThat(GeneratedClient.get(GeneratedClient.get(names, "toBuilder"), "build"))
                .isEqualTo(names)
                .hasToString("Names" + NAMES);
    }

    @Test
    void violations_whenNamesHaveCharactersOfHtml_pointToThem() {
        JsonModel names = client.read("Names", "{\"class\":\"c\",\"to_json\":\"j\",\"P&L\":[]}");

        assertThat(names.violations()).extracting(Violation::pointer).containsExactlyInAnyOrder("/P&L", "/it's");
        assertThatThrownBy(() -> GeneratedClient.get(names, "pAmpersandL")).hasMessageContaining("/P&L");
    }

    @Test
    void build_whenRequiredNameHasCharactersOfHtml_missesItUnderThatName() {
        Object builder = GeneratedClient.get(client.read("Names", "{}"), "toBuilder");

        assertThat(((JsonModel) GeneratedClient.get(builder, "build")).violations())
                .extracting(Violation::pointer)
                .contains("/it's");
    }

    @Test
    void read_whenSpecificationIsOlder_knowsNamesWithCharactersOfHtml() {
        String json = "{\"id\":\"1\",\"price\":\"2\",\"P&L\":\"-1.50\",\"it's\":\"i\"}";
        JsonModel thing = TortureClients.OLDER.read("Thing", json);

        assertThat(thing.additionalProperties()).isEmpty();
        assertThat(GeneratedClient.get(thing, "pAmpersandL")).isEqualTo(Optional.of(new BigDecimal("-1.50")));
        assertThat(thing.toJson()).isEqualTo(json);
    }

    @Test
    void call_whenQueryNamesHaveCharactersOfHtmlAndJava_sendsThoseNames() {
        FeignCall call = new FeignCall(client, "ThingsApi", "{}");

        call.invoke(
                "getThings",
                call.query(
                        "GetThingsQuery",
                        Map.of(
                                "since",
                                Instant.EPOCH,
                                "pAmpersandL",
                                "a",
                                "cEqualD",
                                List.of("b", "c"),
                                "quoteDoubleQuoteD",
                                "d")));

        assertThat(call.requestLine())
                .isEqualTo("GET /things?c%3Dd=b%2Cc&p%26l=a&quote%22d%5C=d&since=1970-01-01T00%3A00%3A00Z");
    }

    @Test
    void call_whenRequiredQueryNameHasCharactersOfHtml_isRequiredAndSentUnderThatName() {
        FeignCall call = new FeignCall(TortureClients.OLDER, "ThingsApi", "{}");

        assertThatThrownBy(() -> call.query("GetThingQuery", Map.of())).hasMessageContaining("a=b");
        call.invoke("getThing", "1", call.query("GetThingQuery", Map.of("aEqualB", "x")));

        assertThat(call.requestLine()).isEqualTo("GET /things/1?a%3Db=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ModelCodecValue", "ModelFieldNames", "ModelModel", "ModelCodecModel", "ModelValue"})
    void read_whenSchemaIsCalledLikeAClassOfTheGeneratedCode_hasAnotherName(String model) {
        assertThat(GeneratedClient.get(client.read(model, "{\"text\":\"t\"}"), "text"))
                .isEqualTo(Optional.of("t"));
    }
}
