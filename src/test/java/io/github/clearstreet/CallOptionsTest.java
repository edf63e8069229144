package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsTest {

    @Test
    void with_changesACopyOnly() {
        CallOptions first = CallOptions.defaults().withHeader("traceparent", "00-1");
        CallOptions second = first.withDeadline(Duration.ofSeconds(3)).withHeader("TraceParent", "00-2");
        assertThat(CallOptions.defaults().headers()).isEmpty();
        assertThat(first.headers()).containsExactly(entry("traceparent", "00-1"));
        assertThat(first.deadline()).isEmpty();
        assertThat(second.headers()).containsExactly(entry("TraceParent", "00-2"));
        assertThat(second.deadline()).contains(Duration.ofSeconds(3));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> second.headers().clear());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "host",
                "Content-Length",
                "content-type",
                "Transfer-Encoding",
                "Connection",
                "Expect",
                "Upgrade"
            })
    void withHeader_whenTheClientSetsItItself_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.defaults().withHeader(name, "hunter2"))
                .withMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"'X-A\r\nX-B'|v", "X A|v", "''|v", "X-A|'hunter2\r\nX-B: v'", "X-A|'hunter2\u0000'"},
            delimiter = '|')
    void withHeader_whenItWouldInjectAHeader_isRefused(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.defaults().withHeader(name, value))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void toString_namesHeadersWithoutTheirValues() {
        assertThat(CallOptions.defaults().withHeader("X-Token", "hunter2"))
                .hasToString("CallOptions[deadline=the client's, readAttempts=the client's, headers=[X-Token]]");
    }

    @Test
    void withReadAttempts_isForTheReadsOfTheseOptions() {
        try (Sandbox sandbox = Sandbox.start();
                ClearStreet clearStreet = ClearStreet.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl())
                        .sleeper(time -> CompletableFuture.completedFuture(null))
                        .build()) {
            sandbox.account(19816);
            sandbox.nextCall(Fault.error(503, "Busy"));
            CallOptions once = CallOptions.defaults().withReadAttempts(1);

            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> clearStreet
                            .orders()
                            .withOptions(once.withHeader("X-Token", "t").withDeadline(Duration.ofSeconds(9)))
                            .getOrderById(19816, "some-order"));

            assertThat(sandbox.requests()).hasSize(1);
            assertThat(once.readAttempts()).hasValue(1);
            assertThatIllegalArgumentException().isThrownBy(() -> once.withReadAttempts(0));
        }
    }
}
