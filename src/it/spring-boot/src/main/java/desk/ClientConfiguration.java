package desk;

import io.github.clearstreet.CallListener;
import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ClientConfiguration {
    /** One client for the application; Spring closes it. */
    @Bean
    ClearStreet clearStreet(
            @Value("${clearstreet.base-url}") URI baseUrl,
            @Value("${clearstreet.api-key}") String apiKey,
            MeterRegistry registry,
            ObjectProvider<Tracer> tracer) {
        CallListener spans = tracer.stream()
                .findFirst()
                .<CallListener>map(SpanListener::new)
                .orElse(end -> {});
        return ClearStreet.builder()
                .baseUrl(baseUrl)
                .apiKey(apiKey)
                .listener(end -> {
                    registry.timer(
                                    "clearstreet.calls",
                                    "operation", end.start().operation(),
                                    "outcome", end.outcome().name())
                            .record(end.elapsed());
                    spans.onEnd(end);
                })
                .build();
    }

    /** A read that changes nothing, with a short deadline: a probe must not wait. */
    @Bean
    HealthIndicator clearStreetHealth(ClearStreet clearStreet, @Value("${clearstreet.account}") long account) {
        return () -> {
            try {
                clearStreet
                        .positions()
                        .withOptions(CallOptions.defaults()
                                .withDeadline(Duration.ofSeconds(2))
                                .withReadAttempts(1))
                        .getPositions(account)
                        .iterator()
                        .hasNext();
                return Health.up().build();
            } catch (RuntimeException e) {
                return Health.down(e).build();
            }
        };
    }
}
