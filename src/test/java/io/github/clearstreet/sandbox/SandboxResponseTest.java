package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxResponseTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "25");

    @Test
    void customizer_canChangeStatusHeadersAndBodyOfEveryAnswer() throws Exception {
        sandbox.customizeResponses((request, answer) -> answer.withStatus(299)
                .withoutHeader("content-type")
                .withHeader("X-Path", request.path())
                .withBody(answer.body().replace("\"data\"", "\"orders\"")));

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> response = caller.close();
            assertThat(response.statusCode()).isEqualTo(299);
            assertThat(response.headers().firstValue("Content-Type")).isEmpty();
            assertThat(response.headers().firstValue("X-Path")).hasValue("/v1/accounts/19816/positions");
            assertThat(json(response).path("orders")).hasSize(1);
        }
        assertThat(account.orders()).hasSize(2);
    }

    @Test
    void customizer_seesRefusalsAndFaultsToo() throws Exception {
        sandbox.customizeResponses((request, answer) -> answer.withHeader("X-Was", "" + answer.status()))
                .nextCall(Fault.empty(503));

        assertThat(caller.close().headers().firstValue("X-Was")).hasValue("503");
        assertThat(caller.close("[]").headers().firstValue("X-Was")).hasValue("400");
    }

    @Test
    void customizer_thatFails_isReportedToTheCaller() throws Exception {
        sandbox.customizeResponses((request, answer) -> answer.withStatus(7));

        HttpResponse<String> response = caller.close();

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(json(response).at("/error/message").textValue())
                .contains("The sandbox failed")
                .contains("not 7");
    }

    @Test
    void withHeader_replacesInAnyCase() {
        SandboxResponse response = SandboxResponse.json(200, "{}").withHeader("content-TYPE", "text/plain");

        assertThat(response.header("Content-Type")).hasValue("text/plain");
        assertThat(response.headers()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Bad Name,x", "'',x", "X-Ok,'a\nb'", "X-Ok,ä", "Content-Length,5", "transfer-encoding,chunked"})
    void withHeader_thatCannotBeSent_isRefused(String name, String value) {
        SandboxResponse response = SandboxResponse.empty(200);

        assertThatThrownBy(() -> response.withHeader(name, value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 199, 600})
    void withStatus_thatIsNotFinal_isRefused(int status) {
        SandboxResponse response = SandboxResponse.empty(200);

        assertThatThrownBy(() -> response.withStatus(status)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bodyWithAStatusThatAllowsNone_isNotSent() throws Exception {
        sandbox.customizeResponses((request, answer) -> answer.withStatus(204));

        assertThat(caller.close().body()).isEmpty();
        assertThat(caller.close().statusCode()).isEqualTo(204);
    }

    @Test
    void withoutHeader_keepsTheOthers() {
        SandboxResponse response =
                SandboxResponse.json(200, "{}").withHeader("X-A", "1").withHeader("X-B", "2");

        assertThat(response.withoutHeader("x-a").header("X-B")).contains("2");
        assertThat(response.withoutHeader("x-a").header("X-A")).isEmpty();
        assertThat(response).hasToString("200 {}");
    }
}
