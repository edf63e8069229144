package io.github.clearstreet.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers of close_positions, as long as one likes and always the same.
 *
 * <p>Field order and habits are those of the document's own example: fields sorted by name, three prices null rather than
 * absent, everything else absent when there is nothing to say.
 */
public final class CannedOrders {
    private CannedOrders() {}

    /** Returns an answer with so many orders. */
    public static byte[] answer(int orders) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(orders * 800 + 200);
        append(json, "{\"data\":[");
        for (int i = 0; i < orders; i++) {
            append(json, (i > 0 ? "," : "") + new CannedOrder(i).json());
        }
        append(json, "],\"error\":null,\"metadata\":{\"request_id\":\"3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c\"}}");
        return json.toByteArray();
    }

    private static void append(ByteArrayOutputStream json, String text) {
        json.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
