package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A 4xx is not always "nothing happened"; a page of a gateway is no word of the API. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhatIsKnownTest {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";

    @ParameterizedTest
    @ValueSource(ints = {408, 419, 420, 440, 444, 449, 460, 463, 494, 499})
    void change_whenAStatusIsNoRefusalOfHttp_isUnknown(int status) {
        assertThat(failure(status, JSON, "{}")).isInstanceOf(OutcomeUnknownException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"id\":\"order-7\"}],\"error\":{\"code\":409,\"message\":\"in part\"}}",
                "{\"data\":{\"id\":\"order-7\"}}"
            })
    void change_whenARefusalComesWithOrders_isUnknownAndNamesThem(String body) {
        assertThat(failure(409, JSON, body))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("orders came with it: order-7");
    }

    @Test
    void change_whenARefusalWithDataIsCut_isUnknown() {
        assertThat(failure(422, JSON, "{\"error\":null, \"data\" : [ {\"id\":\"or"))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"error\":{\"code\":409,\"mess", "{\"error\":null,\"da", "{\"data\":"})
    void change_whenARefusalIsCutBeforeItsData_isUnknown(String body) {
        assertThat(failure(409, JSON, body))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("was cut before its end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[]}", "{\"data\":null}", "{\"data\":{}}"})
    void change_whenARefusalHasNothingInItsData_isRejected(String body) {
        assertThat(failure(409, JSON, body)).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void cancel_whenThereIsNoSuchOrder_saysToLook(int status) {
        RejectedException e = (RejectedException)
                failure(status, JSON, "{}", client -> client.orders().cancelOpenOrder(Caller.ACCOUNT, "order-1"));

        assertThat(e)
                .hasMessageContaining("not any more: look at orders")
                .hasMessageNotContaining("Nothing was changed");
    }

    @Test
    void change_whenAGatewayRefuses_saysSo() {
        assertThat(failure(413, HTML, "<html><style>a{}</style><h1>Request Entity\nToo Large</h1></html>"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(
                        "rejected with 413 from something before the API (text/html): Request Entity Too Large. ");
    }

    /** Gateways have JSON of their own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Message\":\"User is not authorized\"}",
                "{\"fault\":{\"faultstring\":\"Rate limit quota violation\"}}",
                "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"detail\":\"no\"}",
                "{\"error\":\"invalid_token\",\"error_description\":\"expired\"}",
                "{\"error\":\"invalid_token\"}",
                "{\"errors\":[{\"message\":\"first\"}]}",
                "[\"Forbidden\"]",
                "\"Forbidden\""
            })
    void change_whenAGatewayRefusesInJson_saysSo(String body) {
        assertThat(failure(403, JSON, body))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("403 from something before the API (application/json): " + body + ". ");
        assertThat(failure(502, JSON, body))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("502 from something before the API (application/json): " + body + ", after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"error\":null}",
                "{\"error\":{}}",
                "{\"error\":{\"message\":\"no\"}}",
                "{\"metadata\":{\"request_id\":\"r\"}}",
                "{\"error\":null,\"data\":[]}",
                "{\"message\":\"no\"}",
                "{\"code\":5}"
            })
    void change_whenTheApiRefuses_speaksOfNoGateway(String body) {
        assertThat(failure(403, JSON, body)).hasMessageNotContaining("something before");
    }

    @Test
    void change_whenAGatewaysPageHasComments_leavesThemOut() {
        assertThat(failure(502, HTML, "<!-- a > b --><p>Bad Gateway</p><!-- <p>padding"))
                .hasMessageContaining("(text/html): Bad Gateway, after");
    }

    @Test
    void change_whenTheProxyNeverSpeaksHttp_saysProxyAndIsNotSent() {
        try (FaultServer proxy = new FaultServer(
                        (c, r, n) -> c.send("220 mail.example.com\r\n\r\n").close());
                ClearStreet client = Caller.settings(URI.create("https://api.invalid"))
                        .proxy(ProxySelector.of(addressOf(proxy)))
                        .build()) {
            assertThat(catchThrowableOfType(
                            NotSentException.class, () -> client.positions().closePositions(1)))
                    .hasMessageContaining("the proxy did not connect to the server");
        }
    }

    @Test
    void change_whenTheProxyHasCredentials_givesThemToTheProxyOnly() {
        try (FaultServer proxy = new FaultServer((c, r, n) -> c.sendAnswer(403, "", ""));
                ClearStreet client = Caller.settings(URI.create("https://api.invalid"))
                        .proxy(ProxySelector.of(addressOf(proxy)))
                        .proxyCredentials("desk", "s3cret")
                        .build()) {
            NotSentException e = catchThrowableOfType(
                    NotSentException.class, () -> client.positions().closePositions(1));

            assertThat(e.status()).hasValue(403);
            assertThat(e).hasMessageNotContaining("s3cret");
            assertThat(proxy.complete())
                    .isNotEmpty()
                    .allMatch(request -> request.method().equals("CONNECT"))
                    .noneMatch(request -> request.has("Authorization"));
        }
    }

    @Test
    void http_toThisMachine_neverGoesThroughAProxy() {
        try (FaultServer proxy = new FaultServer(GoodAnswer.INSTANCE);
                FaultServer server = new FaultServer(GoodAnswer.INSTANCE);
                ClearStreet client = Caller.settings(server.uri())
                        .proxy(ProxySelector.of(addressOf(proxy)))
                        .build()) {
            client.positions().closePositions(Caller.ACCOUNT);

            assertThat(server.complete()).hasSize(1);
            assertThat(proxy.requests()).isZero();
        }
    }

    @Test
    void change_afterARead_hasAConnectionOfItsOwn() {
        try (FaultServer server = new FaultServer(GoodAnswer.INSTANCE);
                ClearStreet client = Caller.settings(server.uri()).build()) {
            assertThat(client.positions().getPositions(Caller.ACCOUNT)).isEmpty();
            client.positions().closePositions(Caller.ACCOUNT);

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "none", "identity", "Identity, utf-8"})
    void answer_whenItsEncodingIsNone_isRead(String encoding) {
        try (FaultServer server = new FaultServer(
                        (c, r, n) -> GoodAnswer.INSTANCE.answer(c, r, "Content-Encoding: " + encoding + "\r\n", ""));
                ClearStreet client = Caller.settings(server.uri()).build()) {
            assertThat(client.positions().closePositions(Caller.ACCOUNT).data()).isEmpty();
        }
    }

    private static ClearStreetException failure(int status, String headers, String body) {
        return failure(status, headers, body, client -> client.positions().closePositions(Caller.ACCOUNT));
    }

    private static ClearStreetException failure(int status, String headers, String body, Consumer<ClearStreet> call) {
        try (FaultServer server = new FaultServer((c, r, n) -> c.sendAnswer(status, headers, body));
                ClearStreet client = Caller.settings(server.uri()).build()) {
            return catchThrowableOfType(ClearStreetException.class, () -> call.accept(client));
        }
    }

    private static InetSocketAddress addressOf(FaultServer server) {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.uri().getPort());
    }
}
