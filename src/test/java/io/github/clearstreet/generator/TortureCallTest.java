package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operations of the torture specification send besides a body: paths, queries and headers. */
class TortureCallTest {
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
                        "build_",
                        "b",
                        "true_",
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

        Object answer = call.invoke("getThing", "a/b", query, null, 7L, "v");

        assertThat(call.requestLine()).isEqualTo("GET /things/a%2Fb?limit=2");
        assertThat(call.requests().get(0).headers())
                .containsEntry("X-Limit", List.of("7"))
                .containsEntry("X-It's&So", List.of("v"))
                .doesNotContainKey("X-Trace");
        assertThat(GeneratedClient.get(Objects.requireNonNull(answer), "id")).isEqualTo("1");
    }

    @Test
    void call_whenStatusHasNoBody_returns() {
        FeignCall call = new FeignCall(client, "ThingsApi", "");

        call.invoke("deleteThing", "1");

        assertThat(call.requestLine()).isEqualTo("DELETE /things/1");
    }
}
