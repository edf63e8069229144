package desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DeskTest {
    private static final Sandbox SANDBOX = Sandbox.start();

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry properties) {
        properties.add("clearstreet.base-url", SANDBOX::baseUrl);
        properties.add("clearstreet.api-key", SANDBOX::apiKey);
        properties.add("clearstreet.account", () -> 19816);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void close_whenAccepted_returnsTheOrdersAndIsMeasured() {
        SANDBOX.account(19816).position("GOOG", "25");

        assertThat(get("/accounts/19816/positions")).contains("\"symbol\":\"GOOG\"");
        ResponseEntity<String> orders =
                http.exchange("/accounts/19816/positions", HttpMethod.DELETE, null, String.class);

        assertThat(orders.getStatusCode().value()).isEqualTo(200);
        assertThat(orders.getBody()).contains("\"symbol\":\"GOOG\"", "\"side\":\"SELL\"", "\"quantity\":\"25\"");
        assertThat(meters.get("clearstreet.calls")
                        .tags("operation", "close_positions", "outcome", "ACCEPTED")
                        .timer()
                        .count())
                .isPositive();
        assertThat(get("/actuator/health")).contains("UP");
    }

    @Test
    void close_whenTheAnswerIsLost_saysUnknown() {
        SANDBOX.account(19817).position("GOOG", "25");
        SANDBOX.nextCall("close_positions", Fault.drops().afterExecuting());

        ResponseEntity<String> problem =
                http.exchange("/accounts/19817/positions", HttpMethod.DELETE, null, String.class);

        assertThat(problem.getStatusCode().value()).isEqualTo(502);
        assertThat(problem.getBody()).contains("\"outcome\":\"UNKNOWN\"");
    }

    private String get(String path) {
        return http.getForObject(path, String.class);
    }
}
