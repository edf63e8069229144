package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "25");

    @Test
    void error_isWrapped_carriesRetryAfter_andDoesNotExecute() throws Exception {
        sandbox.nextCall(Fault.error(503, "Come back later.").retryAfter("1"));

        HttpResponse<String> response = caller.close();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(response).at("/error/code").intValue()).isEqualTo(503);
        assertThat(json(response).at("/error/message").textValue()).isEqualTo("Come back later.");
        assertThat(json(response).at("/metadata/request_id").textValue())
                .isEqualTo(sandbox.requests().get(0).requestId());
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void error_afterExecuting_leavesTheOrders() throws Exception {
        sandbox.nextCall(Fault.error(504, "Too slow.").afterExecuting());

        assertThat(caller.close().statusCode()).isEqualTo(504);

        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void flatError_hasNoEnvelope() throws Exception {
        sandbox.nextCall(Fault.flatError(401, "The API key is not valid."));

        assertThat(json(caller.close())).isEqualTo(json("{\"code\": 401, \"message\": \"The API key is not valid.\"}"));
    }

    @Test
    void html_isSentAsItIs() throws Exception {
        sandbox.nextCall(Fault.html(502, "<html>Bad Gateway</html>"));

        HttpResponse<String> response = caller.close();

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(response.body()).isEqualTo("<html>Bad Gateway</html>");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 500})
    void empty_sendsNoBody_andTheConnectionStaysUsable(int status) throws Exception {
        sandbox.nextCall(Fault.empty(status).afterExecuting());

        HttpResponse<String> response = caller.close();

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        assertThat(account.orders()).hasSize(1);
        assertThat(caller.close().statusCode()).isEqualTo(200);
    }

    @Test
    void answers_sendsWhatTheTestWrote() throws Exception {
        sandbox.nextCall(
                Fault.answers(SandboxResponse.json(429, "{\"broken\": ").withHeader("X-Limit", "10")));

        HttpResponse<String> response = caller.close();

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("X-Limit")).hasValue("10");
        assertThat(response.body()).isEqualTo("{\"broken\": ");
    }

    @Test
    void drops_endsTheConnectionBeforeExecuting() {
        sandbox.nextCall(Fault.drops());

        assertThatThrownBy(caller::close).isInstanceOf(IOException.class);

        assertThat(sandbox.requests()).hasSize(1);
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void drops_afterExecuting_leavesTheOrders() {
        sandbox.nextCall(Fault.drops().afterExecuting());

        assertThatThrownBy(caller::close).isInstanceOf(IOException.class);

        assertThat(sandbox.requests()).hasSize(1);
        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void truncates_endsTheConnectionInTheMiddleOfTheBody_andTheOrdersExist() {
        sandbox.nextCall(Fault.truncates());

        assertThatThrownBy(caller::close).isInstanceOf(IOException.class);

        assertThat(sandbox.requests()).hasSize(1);
        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void changes_executesAndChangesTheAnswer() throws Exception {
        sandbox.nextCall(
                Fault.changes((request, answer) -> answer.withBody(answer.body().replace("SELL", "sell"))));

        assertThat(caller.close().body()).contains("\"side\":\"sell\"");
        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void held_keepsTheCallFromExecutingUntilReleased() throws Exception {
        Gate gate = new Gate();
        sandbox.nextCall(Fault.held(gate));

        CompletableFuture<HttpResponse<String>> call = caller.closeLater();
        gate.awaitArrival(LIMIT);
        assertThat(account.orders()).isEmpty();
        assertThat(call).isNotDone();
        gate.release();

        assertThat(call.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void held_afterExecuting_keepsTheAnswerOnly() throws Exception {
        Gate gate = new Gate();
        sandbox.nextCall(Fault.held(gate).afterExecuting());

        CompletableFuture<HttpResponse<String>> call = caller.closeLater();
        gate.awaitArrival(LIMIT);
        assertThat(account.orders()).hasSize(1);
        assertThat(call).isNotDone();
        gate.release();

        assertThat(call.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void heldBy_canPrecedeADrop() throws Exception {
        Gate gate = new Gate();
        sandbox.nextCall(Fault.drops().heldBy(gate));

        CompletableFuture<HttpResponse<String>> call = caller.closeLater();
        gate.awaitArrival(LIMIT);
        gate.release();

        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void close_ofTheSandbox_dropsHeldCalls() throws Exception {
        Gate gate = new Gate();
        sandbox.nextCall(Fault.held(gate));
        CompletableFuture<HttpResponse<String>> call = caller.closeLater();
        gate.awaitArrival(LIMIT);

        sandbox.close();

        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void awaitArrival_whenNothingComes_saysSo() {
        Gate gate = new Gate();

        assertThatThrownBy(() -> gate.awaitArrival(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No call");
    }

    @Test
    void faults_strikeOneCallEachInTheirOrder() throws Exception {
        sandbox.nextCall(Fault.empty(500)).nextCall(Fault.none()).nextCall(Fault.empty(503));

        assertThat(caller.close().statusCode()).isEqualTo(500);
        assertThat(caller.close().statusCode()).isEqualTo(200);
        assertThat(caller.close().statusCode()).isEqualTo(503);
        assertThat(caller.close().statusCode()).isEqualTo(200);
    }
}
