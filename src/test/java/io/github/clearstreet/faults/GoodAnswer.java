package io.github.clearstreet.faults;

import java.io.IOException;

/** Answers as the API does when all is well: 200 and no orders. */
enum GoodAnswer implements Behaviour {
    INSTANCE;

    static final String JSON = "{\"data\":[],\"error\":null,\"metadata\":{\"request_id\":\"r-1\"}}";

    @Override
    public void answer(Connection connection, ReceivedRequest request, int arrival) throws IOException {
        connection.sendAnswer(200, "Content-Type: application/json\r\n", JSON);
    }
}
