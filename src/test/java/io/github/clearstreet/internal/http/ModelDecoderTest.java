package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import feign.Request;
import feign.Response;
import io.github.clearstreet.internal.http.TransportException.Reason;
import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.model.OrderListResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of any Feign client, not only of ours. */
class ModelDecoderTest {
    private static final byte[] JSON =
            "{\"data\":[],\"metadata\":{\"request_id\":\"r-1\"}}".getBytes(StandardCharsets.UTF_8);

    private final ModelDecoder decoder = new ModelDecoder(new TypeCodecs(ModelCodecs::of));

    @Test
    void decode_readsTheBodyOfAnyClient() throws IOException {
        assertThat(decoder.decode(response(JSON), OrderListResponse.class))
                .isEqualTo(decoder.decode(
                        response(JSON).toBuilder().body(new WholeBody(JSON)).build(), OrderListResponse.class))
                .isInstanceOfSatisfying(
                        OrderListResponse.class,
                        answer -> assertThat(answer.metadata().requestId()).isEqualTo("r-1"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void decode_whenThereIsNoBody_saysSo(@Nullable String body) {
        Response response = response(body == null ? null : body.getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> decoder.decode(response, OrderListResponse.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY))
                .withMessage("Outcome unknown: the answer has no body");
    }

    @Test
    void wholeBody_canBeReadInEveryWayThatFeignKnows() throws IOException {
        WholeBody body = new WholeBody(JSON);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringWriter text = new StringWriter();

        try (InputStream in = body.asInputStream();
                Reader reader = body.asReader(StandardCharsets.UTF_8)) {
            in.transferTo(bytes);
            reader.transferTo(text);
        }

        assertThat(bytes.toByteArray()).isEqualTo(JSON);
        assertThat(text).hasToString(new String(JSON, StandardCharsets.UTF_8));
        assertThat(body.length()).isEqualTo(JSON.length);
        assertThat(body.isRepeatable()).isTrue();
    }

    private static Response response(byte @Nullable [] body) {
        return Response.builder()
                .status(200)
                .request(Request.create(Request.HttpMethod.GET, "/", Map.of(), null, StandardCharsets.UTF_8, null))
                .body(body)
                .build();
    }
}
