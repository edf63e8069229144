package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponseChangesTest {
    private final AtomicInteger ids = new AtomicInteger(1000);

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder()
            .orderIds(() -> String.valueOf(ids.incrementAndGet()))
            .start();

    private final Caller caller = new Caller(sandbox);

    @BeforeEach
    void holdTwoPositions() {
        sandbox.account(ACCOUNT).position("GOOG", "25").position("ACME", "-5");
    }

    @Test
    void emptyList_hasNoRowsOnce_andATotalThatAgrees() throws Exception {
        JsonNode empty = changed(ResponseChanges.emptyList());

        assertThat(empty.path("data")).isEmpty();
        assertThat(empty.at("/metadata/total_items").asInt()).isZero();
        assertThat(json(caller.get("/positions")).path("data")).hasSize(2);
    }

    @Test
    void withoutLastRows_keepsTheTotal() throws Exception {
        JsonNode short2 = changed(ResponseChanges.withoutLastRows(2));

        assertThat(short2.path("data")).isEmpty();
        assertThat(short2.at("/metadata/total_items").asInt()).isEqualTo(2);
    }

    @Test
    void totalItems_contradictsTheRows() throws Exception {
        assertThat(changed(ResponseChanges.totalItems(3))
                        .at("/metadata/total_items")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void firstRowTwice_comesAtTheEndAgain() throws Exception {
        JsonNode data = changed(ResponseChanges.firstRowTwice()).path("data");

        assertThat(data).hasSize(3);
        assertThat(data.get(2)).isEqualTo(data.get(0));
    }

    @Test
    void inEveryRow_replacesAField() throws Exception {
        assertThat(changed(ResponseChanges.inEveryRow("account_id", 777L)).findValuesAsText("account_id"))
                .containsExactly("777", "777");
    }

    @Test
    void withRowLikeTheFirst_addsOne() throws Exception {
        assertThat(changed(ResponseChanges.withRowLikeTheFirst(Map.of("quantity", "10")))
                        .findValuesAsText("quantity"))
                .containsExactly("-5", "25", "10");
    }

    @Test
    void unsignedQuantities_leaveTheDirectionToTheType() throws Exception {
        JsonNode first = changed(ResponseChanges.unsignedQuantities()).at("/data/0");

        assertThat(first.path("quantity").asText()).isEqualTo("5");
        assertThat(first.path("position_type").asText()).isEqualTo("SHORT");
    }

    @Test
    void idsAsNumbers_changesOrdersInListsAndAlone() throws Exception {
        sandbox.customizeResponses(ResponseChanges.idsAsNumbers().onlyFor("get_order_by_id"));
        String id = json(caller.close()).at("/data/0/id").asText();

        assertThat(json(caller.get("/orders")).at("/data/0/id").isTextual()).isTrue();
        assertThat(json(caller.get("/orders/" + id)).at("/data/id").isIntegralNumber())
                .isTrue();
    }

    @Test
    void errorBesideData_tellsOfARefusalThatWasCarriedOut() throws Exception {
        sandbox.nextCall(Fault.changes(ResponseChanges.errorBesideData(409, "conflict")));

        HttpResponse<String> response = caller.close();

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(json(response).path("data")).hasSize(2);
        assertThat(json(response).at("/error/message").asText()).isEqualTo("conflict");
    }

    @Test
    void changes_leaveErrorsAlone() throws Exception {
        sandbox.customizeResponses(ResponseChanges.emptyList());

        assertThat(json(caller.get("/orders/nobody")).at("/error/code").asInt()).isEqualTo(404);
    }

    private JsonNode changed(ResponseCustomizer change) throws Exception {
        sandbox.nextCall(Fault.changes(change));
        return json(caller.get("/positions"));
    }
}
