package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.DefaultContract;
import feign.MethodMetadata;
import feign.Request;
import feign.RequestLine;
import io.github.clearstreet.api.OrdersApi;
import io.github.clearstreet.api.OrdersApiAsync;
import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.api.PositionsApiAsync;
import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.sandbox.Sandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered must be of a type that can be read, or nothing is sent. */
class AnswerTypesTest {
    interface Odd {
        @RequestLine("GET /v1/accounts")
        Set<String> accounts(Request.Options options);
    }

    interface OddAsync {
        @RequestLine("GET /v1/accounts")
        CompletableFuture<List<Thread>> accounts(Request.Options options);
    }

    @Test
    void call_whenNoCodecReadsTheAnswer_isRefusedAndNotSent() {
        try (Sandbox sandbox = Sandbox.start();
                HttpTransport transport = transport(sandbox)) {
            Odd blocking = FeignApis.blocking(Odd.class, transport);
            OddAsync nonBlocking = FeignApis.nonBlocking(OddAsync.class, transport);

            assertThatThrownBy(() -> blocking.accounts(readCall()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("java.util.Set<java.lang.String>");
            assertThatThrownBy(() -> nonBlocking.accounts(readCall()).join())
                    .hasStackTraceContaining("IllegalArgumentException: class java.lang.Thread");
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    /** So that the build fails when a new version of the specification answers with something else. */
    @ParameterizedTest
    @ValueSource(classes = {PositionsApi.class, PositionsApiAsync.class, OrdersApi.class, OrdersApiAsync.class})
    void apply_whenOperationIsGenerated_findsTheCodecOfItsAnswer(Class<?> api) {
        AnswerTypes types = new AnswerTypes(new TypeCodecs(ModelCodecs::of));
        List<MethodMetadata> operations = new DefaultContract().parseAndValidateMetadata(api);

        assertThat(operations)
                .isNotEmpty()
                .allSatisfy(operation -> types.apply(operation.template().methodMetadata(operation)));
    }

    private static HttpTransport transport(Sandbox sandbox) {
        return new HttpTransport(TransportSettings.builder(sandbox.baseUrl(), new ApiKey(sandbox.apiKey()), "test")
                .build());
    }

    private static Request.Options readCall() {
        return new ReadCall(OptionalLong.of(1), Duration.ofSeconds(30), Map.of(), Clock.systemUTC());
    }
}
