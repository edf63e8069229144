package io.github.clearstreet.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Feign;
import feign.Param;
import feign.RequestLine;
import feign.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Path parameters as they leave Feign. */
class PathSegmentTest {
    /** As the templates write it. */
    interface Api {
        @RequestLine(value = "DELETE /positions/{instrumentId}", decodeSlash = false)
        void close(@Param(value = "instrumentId", expander = PathSegment.class) @Nullable String instrumentId);
    }

    private final List<String> urls = new ArrayList<>();
    private final Api api = Feign.builder()
            .requestInterceptor(new CompletePath())
            .client((request, options) -> {
                urls.add(request.url());
                return Response.builder().status(200).request(request).build();
            })
            .target(Api.class, "http://localhost");

    @ParameterizedTest
    @CsvSource({
        "GOOG, GOOG",
        "BRK.B, BRK.B",
        "a/b, a%2Fb",
        "../x, ..%2Fx",
        "a%2Fb, a%252Fb",
        "%2e%2e, %252e%252e",
        "'a b+c*~', a%20b%2Bc%2A~",
        "a?b#c, a%3Fb%23c",
        "{id}, %7Bid%7D",
        "é, %C3%A9",
        "'  ', %20%20",
        "..., ..."
    })
    void of_whenText_staysWithinItsSegment(String instrumentId, String segment) {
        api.close(instrumentId);

        assertThat(urls).containsExactly("http://localhost/positions/" + segment);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", ".."})
    void of_whenTheSegmentWouldVanish_refusesIt(String instrumentId) {
        assertThatThrownBy(() -> api.close(instrumentId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is " + (instrumentId == null ? "null" : "\"" + instrumentId + "\""))
                .hasMessageContaining("ass the identifier");
        assertThat(urls).isEmpty();
    }
}
