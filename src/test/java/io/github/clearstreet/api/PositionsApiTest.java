package io.github.clearstreet.api;

import static org.assertj.core.api.Assertions.assertThat;

import feign.AsyncFeign;
import feign.Feign;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.Encoder;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.ClosePositionsRequestCodec;
import io.github.clearstreet.model.OrderListResponse;
import io.github.clearstreet.model.OrderListResponseCodec;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The generated interfaces are plain Feign: any builder, codec and client will do. */
class PositionsApiTest {
    private static final String ANSWER = "{\"data\":[],\"metadata\":{\"request_id\":\"r\"}}";
    private static final Encoder ENCODER = (Object body, Type type, RequestTemplate template) ->
            template.body(ClosePositionsRequestCodec.INSTANCE.write((ClosePositionsRequest) body), null);
    private static final Decoder DECODER = (response, type) ->
            OrderListResponseCodec.INSTANCE.read(response.body().asInputStream().readAllBytes());

    private final List<Request> requests = new ArrayList<>();

    private Response answer(Request request) {
        requests.add(request);
        return Response.builder()
                .status(200)
                .request(request)
                .body(ANSWER, java.nio.charset.StandardCharsets.UTF_8)
                .build();
    }

    private void assertRequest(String body) {
        Request request = requests.get(0);
        assertThat(request.httpMethod()).isEqualTo(Request.HttpMethod.DELETE);
        assertThat(request.url()).isEqualTo("http://localhost/v1/accounts/19816/positions");
        assertThat(request.body())
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .isEqualTo(body);
        Map<String, List<String>> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        assertThat(headers)
                .containsEntry("Content-Type", List.of("application/json"))
                .containsEntry("Accept", List.of("application/json"));
    }

    @Test
    void closePositions_whenBlocking_sendsADeleteWithABody() {
        PositionsApi api = Feign.builder()
                .encoder(ENCODER)
                .decoder(DECODER)
                .client((request, options) -> answer(request))
                .target(PositionsApi.class, "http://localhost");
        OrderListResponse response =
                api.closePositions(19816, ClosePositionsRequest.builder().build());

        assertThat(response.metadata().requestId()).isEqualTo("r");
        assertRequest("{}");
    }

    @Test
    void closePositions_whenAsynchronous_sendsADeleteWithABody() {
        PositionsApiAsync api = AsyncFeign.<Object>builder()
                .encoder(ENCODER)
                .decoder(DECODER)
                .client((request, options, context) -> CompletableFuture.completedFuture(answer(request)))
                .target(PositionsApiAsync.class, "http://localhost");

        CompletableFuture<OrderListResponse> response = api.closePositions(
                19816, ClosePositionsRequest.builder().cancelOrders(true).build());

        assertThat(response.join().data()).isEmpty();
        assertRequest("{\"cancel_orders\":true}");
    }
}
