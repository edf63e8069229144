package io.github.clearstreet.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Feign;
import feign.QueryMap;
import feign.RequestLine;
import feign.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Query parameters as they leave Feign. */
class QueryParametersTest {
    /** As the templates write it. */
    interface Api {
        @RequestLine(value = "GET /orders", decodeSlash = false)
        void orders(@QueryMap Map<String, Object> query);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("BUY", "BUY"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(true, "true"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(new BigDecimal("0.10"), "0.10"),
                Arguments.of(Instant.parse("2026-01-01T00:00:00Z"), "2026-01-01T00%3A00%3A00Z"),
                Arguments.of(LocalDate.parse("2026-01-01"), "2026-01-01"),
                Arguments.of(new UUID(0, 1), "00000000-0000-0000-0000-000000000001"));
    }

    private final List<String> urls = new ArrayList<>();
    private final Api api = Feign.builder()
            .client((request, options) -> {
                urls.add(request.url());
                return Response.builder().status(200).request(request).build();
            })
            .target(Api.class, "http://localhost");

    private String sent(QueryParameters parameters) {
        api.orders(parameters.toMap());
        return urls.get(0).replace("http://localhost/orders", "");
    }

    @ParameterizedTest
    @MethodSource("values")
    void with_whenTyped_isWrittenAsTheApiReadsIt(Object value, String text) {
        assertThat(sent(QueryParameters.NONE.with("name", value))).isEqualTo("?name=" + text);
    }

    @ParameterizedTest
    @CsvSource({
        "'a,b', a%2Cb",
        "'a b+c*~', a%20b%2Bc%2A~",
        "100%25, 100%2525",
        "a&b=c#d, a%26b%3Dc%23d",
        "a/b, a%2Fb",
        "{id}, %7Bid%7D",
        "é, %C3%A9",
        "' a', %20a"
    })
    void with_whenText_isEncodedOnce(String value, String text) {
        assertThat(sent(QueryParameters.NONE.with("name", value))).isEqualTo("?name=" + text);
    }

    @Test
    void with_whenNameIsUnusual_isEncodedOnce() {
        assertThat(sent(QueryParameters.NONE.with("filter[a b]", 1))).isEqualTo("?filter%5Ba%20b%5D=1");
    }

    @Test
    void with_whenNull_isNotSent() {
        QueryParameters parameters = QueryParameters.NONE.with("a", 1).with("a", null);

        assertThat(parameters).isEqualTo(QueryParameters.NONE);
        assertThat(parameters.withJoined("a", null).withRepeated("a", null)).isEqualTo(QueryParameters.NONE);
        assertThat(sent(parameters)).isEmpty();
    }

    @Test
    void require_whenTheParameterIsSet_keepsTheRequest() {
        QueryParameters parameters = QueryParameters.NONE.with("a", 1);

        assertThat(parameters.require("a")).isEqualTo(parameters).isNotEqualTo(QueryParameters.NONE);
        assertThat(parameters.hashCode())
                .isNotEqualTo(QueryParameters.NONE.with("b", 1).hashCode());
    }

    @Test
    void withJoined_whenListHasItems_isOneParameter() {
        assertThat(sent(QueryParameters.NONE.withJoined("ids", List.of("a", "b c", "d%2C"))))
                .isEqualTo("?ids=a%2Cb%20c%2Cd%252C");
    }

    @Test
    void withRepeated_whenListHasItems_isOneParameterForEach() {
        assertThat(sent(QueryParameters.NONE.withRepeated("ids", List.of("a,b", "c"))))
                .isEqualTo("?ids=a%2Cb&ids=c");
    }

    @Test
    void toMap_whenOrderOfCallsDiffers_isTheSameRequest() {
        QueryParameters one = QueryParameters.NONE.with("b", 1).with("a", "x");
        QueryParameters other = QueryParameters.NONE.with("a", "x").with("b", 1);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("{a=x, b=1}");
        assertThat(sent(one)).isEqualTo("?a=x&b=1");
    }

    static Stream<Consumer<QueryParameters>> lossy() {
        return Stream.of(
                none -> none.with("name", ""),
                none -> none.withJoined("name", List.of()),
                none -> none.withJoined("name", List.of("")),
                none -> none.withJoined("name", List.of("a,b")),
                none -> none.withJoined("name", List.of(",a")),
                none -> none.withJoined("name", Arrays.asList("a", null)),
                none -> none.withRepeated("name", List.of()),
                none -> none.withRepeated("name", List.of("a", "")),
                none -> none.require("name"));
    }

    @ParameterizedTest
    @MethodSource("lossy")
    void with_whenServerCouldTakeItForAbsent_refusesIt(Consumer<QueryParameters> change) {
        assertThatThrownBy(() -> change.accept(QueryParameters.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }
}
