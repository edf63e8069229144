package io.github.clearstreet.faults;

import java.io.IOException;

/** Answers as the API does when all is well: 200, an empty list, or the order that the address names. */
enum GoodAnswer implements Behaviour {
    INSTANCE;

    private static final String ORDER = "{\"id\":\"order-1\"}";

    @Override
    public void answer(Connection connection, ReceivedRequest request, int arrival) throws IOException {
        answer(connection, request, "", "");
    }

    /** The same with more headers, and with white space around the JSON. */
    void answer(Connection connection, ReceivedRequest request, String headers, String space) throws IOException {
        String data = request.path().endsWith("/orders/order-1") ? ORDER : "[]";
        connection.sendAnswer(
                200,
                "Content-Type: application/json\r\n" + headers,
                space + "{\"data\":" + data + ",\"error\":null,\"metadata\":{\"request_id\":\"r-1\"}}");
    }
}
