package io.github.clearstreet.model;

import static io.github.clearstreet.model.OrderTesting.assertUnreadable;
import static io.github.clearstreet.model.OrderTesting.orderWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timestamps in the forms that RFC 3339 allows. */
class TimestampReadingTest {
    @ParameterizedTest
    @CsvSource({
        "2025-10-03T14:01:15Z, 2025-10-03T14:01:15Z",
        "2025-10-03T14:01:15.5Z, 2025-10-03T14:01:15.5Z",
        "2025-10-03T14:01:15.123456789Z, 2025-10-03T14:01:15.123456789Z",
        "2025-10-03T14:01:15.1234567899Z, 2025-10-03T14:01:15.123456789Z",
        "2025-10-03T14:01:15.99999999999999999999+00:00, 2025-10-03T14:01:15.999999999Z",
        "2025-10-03t14:01:15z, 2025-10-03T14:01:15Z",
        "2025-10-03T14:01:15.000000001+05:30, 2025-10-03T08:31:15.000000001Z",
        "2025-01-01T00:30:00+01:00, 2024-12-31T23:30:00Z",
        "2025-10-03T14:01:15-00:00, 2025-10-03T14:01:15Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "0000-02-29T00:00:00Z, 0000-02-29T00:00:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2017-01-01T00:59:60.5+01:00, 2016-12-31T23:59:59.5Z",
        "0000-01-01T23:59:00+23:59, 0000-01-01T00:00:00Z",
        "9999-12-31T00:00:59.999999999-23:59, 9999-12-31T23:59:59.999999999Z"
    })
    void createdAt_whenRfc3339_isConvertedToUtc(String text, Instant expected) {
        assertThat(orderWith("created_at", "\"" + text + "\"").createdAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2025-10-03T14:01:15\"",
                "\"2025-10-03\"",
                "\"2025-02-30T14:01:15Z\"",
                "\"2023-02-29T14:01:15Z\"",
                "\"1900-02-29T14:01:15Z\"",
                "\"2100-02-29T14:01:15Z\"",
                "\"2025-10-03T25:01:15Z\"",
                "\"2025-10-03T14:01:15.Z\"",
                "\"2025-10-03T14:01:15X\"",
                "\"2025-10-03T14:01:15.5 \"",
                "\"2025-10-03T14:01:15.1234567890\"",
                "\"2025-10-03T14:01:60Z\"",
                "\"2025-10-03T14:01:15+0100\"",
                "\"0000-01-01T00:00:00+23:59\"",
                "\"0000-01-01T00:00:00.5+00:01\"",
                "\"9999-12-31T23:59:59-23:59\"",
                "\"9999-12-31T23:59:00-00:01\"",
                "\"\"",
                "1759500075",
                "[null]"
            })
    void createdAt_whenNotRfc3339_throwsAlone(String json) {
        assertUnreadable(orderWith("created_at", json), Order::createdAt, "/data/0/created_at", json);
    }
}
