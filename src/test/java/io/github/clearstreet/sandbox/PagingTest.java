package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().pageSize(2).start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT);

    @BeforeEach
    void holdFivePositions() {
        List.of("A", "B", "C", "D", "E").forEach(symbol -> account.position(symbol, "1"));
    }

    @Test
    void tokens_leadThroughAllPages_andTheLastHasNone() throws Exception {
        JsonNode first = json(caller.get("/positions"));
        JsonNode second = next(first, "/positions?");
        JsonNode third = next(second, "/positions?");

        assertThat(symbols(first)).containsExactly("A", "B");
        assertThat(symbols(second)).containsExactly("C", "D");
        assertThat(symbols(third)).containsExactly("E");
        assertThat(third.at("/metadata/next_page_token").isNull()).isTrue();
        assertThat(third.at("/metadata/page_number").intValue()).isEqualTo(3);
        assertThat(third.at("/metadata/total_items").intValue()).isEqualTo(5);
        assertThat(third.at("/metadata/total_pages").intValue()).isEqualTo(3);
    }

    @Test
    void token_isPaddedBase64UrlOfOffsetAndLimit() throws Exception {
        String token = token(json(caller.get("/positions")));

        assertThat(token.length() % 4).isZero();
        assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
                .startsWith("{\"offset\":2,\"limit\":2,");
    }

    @Test
    void previousToken_leadsBack_andTheFirstPageHasNone() throws Exception {
        JsonNode first = json(caller.get("/positions"));
        JsonNode second = json(caller.get("/positions?page_token=" + encoded(token(first))));
        String back = second.at("/metadata/previous_page_token").asText();

        assertThat(first.at("/metadata/previous_page_token").isNull()).isTrue();
        assertThat(json(caller.get("/positions?page_token=" + encoded(back))).path("data"))
                .isEqualTo(first.path("data"));
    }

    private static String encoded(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    @Test
    void token_rulesOverPageSize() throws Exception {
        JsonNode first = json(caller.get("/positions?page_size=3"));

        assertThat(symbols(next(first, "/positions?page_size=1&"))).containsExactly("D", "E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/positions?",
                "/positions?sort_by=SYMBOL&",
                "/positions?sort_by=SYMBOL&sort_direction=ASC&",
                "/orders?"
            })
    void token_withoutTheFiltersThatItCameWith_isRefused(String path) throws Exception {
        JsonNode first = json(caller.get("/positions?sort_by=SYMBOL&sort_direction=DESC"));

        HttpResponse<String> answer = caller.get(path + "page_token=" + token(first));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Repeat the filters");
    }

    @Test
    void token_withItsFiltersInAnotherOrder_isTaken() throws Exception {
        JsonNode first = json(caller.get("/positions?sort_by=SYMBOL&sort_direction=DESC"));

        assertThat(symbols(next(first, "/positions?sort_direction=DESC&sort_by=SYMBOL&")))
                .containsExactly("C", "B");
    }

    @Test
    void aListThatShrinksMeanwhile_skipsWhatMovedUp() throws Exception {
        JsonNode first = json(caller.get("/positions"));
        account.position("A", "0");

        assertThat(symbols(next(first, "/positions?"))).containsExactly("D", "E");
    }

    @Test
    void token_beyondTheEndOfAListThatShrank_isAnEmptyLastPage() throws Exception {
        JsonNode first = json(caller.get("/positions?page_size=4"));
        List.of("A", "B", "C").forEach(symbol -> account.position(symbol, "0"));

        JsonNode second = next(first, "/positions?");

        assertThat(symbols(second)).isEmpty();
        assertThat(second.at("/metadata/next_page_token").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void pageSize_outOfRange_isRefused(int size) {
        SandboxBuilder builder = Sandbox.builder();

        assertThatThrownBy(() -> builder.pageSize(size)).isInstanceOf(IllegalArgumentException.class);
    }

    private JsonNode next(JsonNode page, String path) throws Exception {
        return json(caller.get(path + "page_token=" + token(page)));
    }

    private static String token(JsonNode page) {
        return page.at("/metadata/next_page_token").textValue();
    }

    private static List<String> symbols(JsonNode page) {
        return page.path("data").findValuesAsText("symbol");
    }
}
