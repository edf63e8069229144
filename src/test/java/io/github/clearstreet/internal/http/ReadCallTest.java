package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import feign.Request;
import feign.Request.HttpMethod;
import io.github.clearstreet.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What may be sent again cannot be a DELETE, whoever asks for it. */
class ReadCallTest {
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"GET", "HEAD"})
    void change_asARead_isNeverSent(HttpMethod method) {
        try (Sandbox sandbox = Sandbox.start();
                HttpTransport transport =
                        new HttpTransport(HttpTransportTest.settings(sandbox.baseUrl(), sandbox.apiKey()))) {
            Request request = Request.create(
                    method, sandbox.baseUrl() + "/v1/accounts/1/orders", Map.of(), null, StandardCharsets.UTF_8, null);

            assertThatIllegalStateException()
                    .isThrownBy(() -> transport.send(request, readCall(), WorkThread.CALLING))
                    .withMessageContaining("must be a GET");
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    private static Call readCall() {
        return new Call(
                true, OptionalLong.of(1), Duration.ofSeconds(30), Map.of(), Credentials.NONE, Clock.systemUTC());
    }
}
