package io.github.clearstreet.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Feign;
import feign.QueryMap;
import feign.RequestLine;
import feign.Response;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.runtime.json.Codecs;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists and objects in the query, as a server decodes them. */
class QueryStylesTest {
    /** As the templates write it. */
    interface Api {
        @RequestLine(value = "GET /orders?fixed=1", decodeSlash = false)
        void orders(@QueryMap Map<String, Object> query);
    }

    private static final ClosePositionsRequest MODEL =
            ClosePositionsRequest.builder().cancelOrders(true).build();

    private final Map<String, Object> range = new LinkedHashMap<>(Map.of("gte", "2026-01-01"));

    private static String sent(QueryParameters parameters) {
        List<String> urls = new ArrayList<>();
        Feign.builder()
                .client((request, options) -> {
                    urls.add(request.url());
                    return Response.builder().status(200).request(request).build();
                })
                .target(Api.class, "http://localhost")
                .orders(parameters.toMap());
        return URI.create(urls.get(0)).getQuery();
    }

    @Test
    void withDeepObject_sendsEachFieldUnderNameAndField() {
        range.put("tags", List.of("a", "b&c"));
        range.put("in", Map.of("x", 1));

        assertThat(sent(QueryParameters.NONE.withDeepObject("created", range)))
                .isEqualTo("fixed=1&created[gte]=2026-01-01&created[in][x]=1&created[tags]=a&created[tags]=b&c");
    }

    @Test
    void withDeepObject_whenItIsAModel_usesTheNamesOfTheDocument() {
        assertThat(sent(QueryParameters.NONE.withDeepObject("how", MODEL)))
                .isEqualTo("fixed=1&how[cancel_orders]=true");
    }

    @Test
    void withFields_sendsEachFieldUnderItsOwnName() {
        assertThat(sent(QueryParameters.NONE.withFields("how", MODEL))).isEqualTo("fixed=1&cancel_orders=true");
    }

    @Test
    void withJoinedFields_sendsNamesAndValues() {
        assertThat(sent(QueryParameters.NONE.withJoinedFields("how", MODEL, ",")))
                .isEqualTo("fixed=1&how=cancel_orders,true");
    }

    @Test
    void withJson_sendsTheText() {
        assertThat(sent(QueryParameters.NONE.withJson("filter", Codecs.FREE_FORM, Map.of("cancel_orders", true))))
                .isEqualTo("fixed=1&filter={\"cancel_orders\":true}");
    }

    @Test
    void withJoined_whenDelimiterIsAPipeOrASpace_sendsOneParameter() {
        assertThat(sent(QueryParameters.NONE.withJoined("ids", List.of(1, 2), "|")))
                .isEqualTo("fixed=1&ids=1|2");
        assertThat(sent(QueryParameters.NONE.withJoined("ids", List.of(1, 2), " ")))
                .isEqualTo("fixed=1&ids=1 2");
    }

    @Test
    void withJoined_whenAnItemHasTheDelimiter_isRefused() {
        assertThatThrownBy(() -> QueryParameters.NONE.withJoined("ids", List.of("a|b"), "|"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contains \"|\"");
    }

    @Test
    void withEmptyAllowed_sendsTheEmptyText() {
        assertThat(sent(QueryParameters.NONE.withEmptyAllowed("all", ""))).isIn("fixed=1&all=", "fixed=1&all");
    }

    @Test
    void withFields_whenObjectIsEmptyOrNested_isRefused() {
        assertThatThrownBy(() -> QueryParameters.NONE.withFields("where", Map.of()))
                .hasMessageContaining("The object where has no field");
        assertThatThrownBy(() -> QueryParameters.NONE.withFields("where", Map.of("a", Map.of("b", 1))))
                .hasMessageContaining("an object within an object");
    }

    @Test
    void withFields_whenSetAgain_sendsTheNewOnesAlone() {
        assertThat(sent(QueryParameters.NONE.withFields("where", range).withFields("where", MODEL)))
                .isEqualTo("fixed=1&cancel_orders=true");
    }
}
