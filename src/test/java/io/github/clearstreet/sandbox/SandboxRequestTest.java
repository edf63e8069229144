package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxRequestTest {
    private static final Instant NOW = Instant.parse("2025-10-03T14:01:15Z");

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder()
            .clock(VirtualClock.at(NOW))
            .requestIds(() -> "request-1")
            .start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void requests_showWhatArrived() throws Exception {
        sandbox.account(ACCOUNT);

        caller.send(caller.closing("{\"cancel_orders\": true}")
                .header("X-Twice", "a")
                .header("X-Twice", "b"));

        SandboxRequest request = sandbox.requests().get(0);
        assertThat(request.requestId()).isEqualTo("request-1");
        assertThat(request.receivedAt()).isEqualTo(NOW);
        assertThat(request.method()).isEqualTo("DELETE");
        assertThat(request.path()).isEqualTo("/v1/accounts/19816/positions");
        assertThat(request.query()).isEmpty();
        assertThat(request.body()).isEqualTo("{\"cancel_orders\": true}");
        assertThat(request.header("content-type")).hasValue("application/json");
        assertThat(request.headers().get("x-twice")).containsExactly("a", "b");
        assertThat(request.header("X-None")).isEmpty();
        assertThat(request).hasToString("DELETE /v1/accounts/19816/positions");
    }

    @Test
    void requests_showPathAndQueryUndecoded() throws Exception {
        caller.send(caller.request("/a%2Fb%20c?q=%2F").GET());

        assertThat(sandbox.requests().get(0).path()).isEqualTo("/a%2Fb%20c");
        assertThat(sandbox.requests().get(0).query()).hasValue("q=%2F");
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer id.secret, Bearer",
        "Authorization, Basic id.secret, Basic",
        "Authorization, id.secret, (hidden)",
        "Authorization, id.secret Bearer, (hidden)",
        "Cookie, id.secret, (hidden)"
    })
    void requests_neverShowASecret(String name, String sent, String shown) throws Exception {
        caller.send(caller.request("/").header(name, sent).GET());

        assertThat(sandbox.requests().get(0).headers().get(name)).containsExactly(shown);
    }

    @Test
    void requests_areASnapshotThatCannotBeChanged() throws Exception {
        caller.close();
        List<SandboxRequest> before = sandbox.requests();
        caller.close();

        assertThat(before).hasSize(1);
        assertThat(sandbox.requests()).hasSize(2);
        assertThatThrownBy(before::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> before.get(0).headers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void requests_keepTheLatest() {
        RequestLog log = new RequestLog();
        for (int i = 0; i < 10_001; i++) {
            log.add(new SandboxRequest("" + i, NOW, "GET", "/", null, java.util.Map.of(), ""));
        }

        assertThat(log.snapshot()).hasSize(10_000);
        assertThat(log.snapshot().get(0).requestId()).isEqualTo("1");
    }

    @Test
    void caller_isNotSentTheKeyBack() throws Exception {
        HttpRequest.Builder request = caller.closing("{}");

        assertThat(caller.send(request).body()).doesNotContain(sandbox.apiKey());
        assertThat(sandbox.toString()).doesNotContain(sandbox.apiKey());
    }
}
