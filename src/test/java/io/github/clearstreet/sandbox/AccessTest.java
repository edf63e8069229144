package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final String PATH = "/v1/accounts/" + ACCOUNT + "/positions";

    @AutoClose
    private final Sandbox sandbox =
            Sandbox.builder().apiKey("some-id.some-secret").start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "25");

    @Test
    void call_withoutAuthorization_isRefusedWith401() throws Exception {
        assertRefused(401, caller.send(caller.request(PATH).DELETE()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "some-id.some-secret",
                "Bearer",
                "Bearer ",
                "Bearer other-id.other-secret",
                "Bearer  some-id.some-secret",
                "Bearer some-id.some-secret, Bearer some-id.some-secret",
                "Basic some-id.some-secret"
            })
    void call_withABadToken_isRefusedWith401(String authorization) throws Exception {
        assertRefused(
                401,
                caller.send(caller.request(PATH)
                        .header("Authorization", authorization)
                        .DELETE()));
    }

    @Test
    void call_withTwoTokens_isRefusedWith401() throws Exception {
        assertRefused(401, caller.send(authorized(PATH).header("Authorization", "Bearer some-id.some-secret")));
    }

    @Test
    void call_withTheSchemeInAnotherCase_isExecuted() throws Exception {
        HttpRequest.Builder request = caller.request(PATH)
                .header("Authorization", "bearer some-id.some-secret")
                .DELETE();

        assertThat(caller.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void call_forAnAccountOfSomebodyElse_isRefusedWith403() throws Exception {
        account.ownedBySomebodyElse();

        assertRefused(403, caller.close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19817", "0", "-1", "9223372036854775807"})
    void call_forAnUnknownAccount_isRefusedWith404(String id) throws Exception {
        assertRefused(404, caller.send(authorized("/v1/accounts/" + id + "/positions")));
    }

    @Test
    void call_forAnUnknownAccount_isRefusedWith403IfSetSo() throws Exception {
        try (Sandbox strict = Sandbox.builder().unknownAccountStatus(403).start()) {
            assertThat(new Caller(strict).close().statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "19816x", "9223372036854775808", "%31"})
    void call_forAnAccountIdThatIsNoInteger_isRefusedWith400(String id) throws Exception {
        assertRefused(400, caller.send(authorized("/v1/accounts/" + id + "/positions")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1/accounts",
                "/v1/accounts//positions",
                PATH + "/",
                PATH + "/.",
                PATH + "/..",
                PATH + "/%2E",
                PATH + "/instructions",
                PATH + "/GOOG/",
                "/V1/accounts/19816/positions",
                "/v1/accounts/19816/orders/"
            })
    void call_ofAnUnknownAddress_isRefusedWith404(String path) throws Exception {
        assertRefused(404, caller.send(authorized(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "OPTIONS"})
    void call_withAnotherMethod_isRefusedWith405(String method) throws Exception {
        HttpResponse<String> response = caller.send(authorized(PATH).method(method, BodyPublishers.noBody()));

        assertRefused(405, response);
        assertThat(response.headers().firstValue("Allow")).hasValue("DELETE, GET");
    }

    @Test
    void call_withTheMethodHead_isRefusedWith405AndNoBody() throws Exception {
        HttpResponse<String> response = caller.send(authorized(PATH).method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void query_isRecordedAndDoesNotMatter() throws Exception {
        assertThat(caller.send(authorized(PATH + "?cancel_orders=true")).statusCode())
                .isEqualTo(200);

        assertThat(sandbox.requests().get(0).query()).hasValue("cancel_orders=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secretwithoutdot", "a.b.c", "id.sec ret", ".secret", "id."})
    void apiKey_ofAnotherForm_isRefusedWithoutRepeatingIt(String key) {
        SandboxBuilder builder = Sandbox.builder();

        assertThatThrownBy(() -> builder.apiKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id.secret")
                .hasMessageNotContainingAny("secretwithoutdot", "sec ret");
    }

    @Test
    void unknownAccountStatus_otherThan403And404_isRefused() {
        SandboxBuilder builder = Sandbox.builder();

        assertThatThrownBy(() -> builder.unknownAccountStatus(200)).isInstanceOf(IllegalArgumentException.class);
    }

    private HttpRequest.Builder authorized(String path) {
        return caller.request(path)
                .header("Authorization", "Bearer " + sandbox.apiKey())
                .DELETE();
    }

    private void assertRefused(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json(response).at("/error/code").intValue()).isEqualTo(status);
        assertThat(json(response).at("/error/message").textValue()).isNotBlank();
        assertThat(json(response).at("/metadata/request_id").textValue())
                .isEqualTo(sandbox.requests().get(0).requestId());
        assertThat(response.body()).doesNotContain("some-secret");
        assertThat(account.orders()).isEmpty();
    }
}
