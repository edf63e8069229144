package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.clearstreet.internal.http.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

class RetryAfterFuzzTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    @FuzzTest(maxDuration = "10m")
    void parse_ofAnyHeader_isAWaitOfAtMostAYearOrNothing(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Bounds.check(text.length(), () -> RetryAfter.parse(text, CLOCK))
                .ifPresent(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofDays(365)));
    }
}
