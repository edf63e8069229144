package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document in chunks, which goes while it is read, is read as one in one piece. */
class LargeListTest {
    private static final ModelCodec<OrderListResponse> CODEC =
            (ModelCodec<OrderListResponse>) ModelCodecs.of(OrderListResponse.class);
    private static final String ORDER = "{\"id\":\"é%d\",\"account_id\":%d,\"quantity\":\"%d.50\",\"side\":\"buy\","
            + "\"status\":\"what \\\"is\\\" it\",\"created_at\":\"2026-11-28T14:00:00.12345%dZ\",\"details\":[\"a\",\"ü\"]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[%s],\"metadata\":{\"request_id\":\"r\"}}",
                "\uFEFF { \"metadata\":{\"request_id\":\"r\"}, \"data\" : [ %s\n ] , \"error\":5 }",
                "{\"data\":[%s],\"data\":[%1$s]}",
                "{\"data\":[%s],\"data\":\"another\"}",
                "{\"other\":[%s],\"data\":[%1$s]}",
                "{\"metadata\":{\"request_id\":[%s]},\"data\":[]}",
                "{\"data\":[%s,{\"id\":[1,\"ä\"],\"quantity\":\"much\",\"new\":{\"a\":1.50}}, 7, \"x\", []]}",
                "{\"data\":[{\"quantity\":\"NaN\"},%s,null]}",
                "{\"data\":{\"data\":[%s]}}"
            })
    void document_inChunks_isReadAsInOnePiece(String document) {
        for (int orders : new int[] {1, 300, 700}) {
            byte[] json = document.formatted(orders(orders)).getBytes(StandardCharsets.UTF_8);

            OrderListResponse read = CODEC.read(Chunked.of(json), () -> {});

            OrderListResponse expected = CODEC.read(json);
            assertThat(read).isEqualTo(expected);
            assertThat(read.violations()).isEqualTo(expected.violations());
            assertThat(read.toJson()).isEqualTo(expected.toJson());
        }
    }

    @Test
    void document_thatIsReadToItsEnd_isGoneButForItsBeginningAndEnd() {
        ByteChunks json = Chunked.of(("{\"data\":[" + orders(3_000) + "]}").getBytes(StandardCharsets.UTF_8));

        List<Order> read = CODEC.read(json, () -> {}).data();

        assertThat(read).hasSize(3_000);
        assertThat(IntStream.range(0, json.count()).filter(json::isHere).boxed().toList())
                .containsExactly(0, json.count() - 1);
    }

    /** The values would take many times the document, which shows late. */
    @Test
    void document_whoseEndTakesTooMuchMemory_isKeptAsJsonAll() {
        String many = "[]".concat(",[]".repeat(1_000_000));
        byte[] json = ("{\"data\":[" + orders(500) + ",{\"id\":\"last\",\"other\":[" + many
                        + "]},{\"id\":\"x\"}],\"u\":3}")
                .getBytes(StandardCharsets.UTF_8);

        OrderListResponse read = CODEC.read(Chunked.of(json), () -> {});

        assertThat(read.data()).isInstanceOf(CompactList.class).hasSize(502);
        assertThat(read).isEqualTo(CODEC.read(json));
        assertThat(read.additionalProperties()).containsEntry("u", 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "]", "]}}", "]}x", ",]}", "\u0000"})
    void document_thatIsBroken_isToldAsInOnePiece(String end) {
        byte[] json = ("{\"data\":[" + orders(700) + end).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CODEC.read(Chunked.of(json), () -> {}))
                .isInstanceOf(MalformedJsonException.class)
                .satisfies(thrown -> assertThatThrownBy(() -> CODEC.read(json)).hasMessage(thrown.getMessage()));
    }

    private static String orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ORDER.formatted(i, i, i, i % 10))
                .collect(Collectors.joining(","));
    }
}
