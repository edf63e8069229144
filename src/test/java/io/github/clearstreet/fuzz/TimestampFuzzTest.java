package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

class TimestampFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void createdAt_ofAnyText_isThatInstantOrUnreadable(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        String json =
                JsonNodeFactory.instance.objectNode().put("created_at", text).toString();
        Documents.check(json.getBytes(StandardCharsets.UTF_8), Order.class, Order::fromJson);
        Order order = Order.fromJson(json);
        try {
            Instant createdAt = Bounds.check(json.length(), order::createdAt);
            byJavaTime(text).ifPresent(expected -> assertThat(createdAt).isEqualTo(expected));
        } catch (UnreadableValueException e) {
            assertThat(e.violation().pointer()).isEqualTo("/created_at");
        }
    }

    /** It knows no leap seconds, and no offset beyond 18 hours. */
    private static Optional<Instant> byJavaTime(String text) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
