package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                               | PT0S",
                "7                               | PT7S",
                " 120                            | PT2M",
                "2.0                             | PT2S",
                "1795608030                      | PT30S",
                "1790000000                      | PT0S",
                "000000000000007                 | PT7S",
                "31536000                        | PT8760H",
                "31536001                        | PT8760H",
                "999999999                       | PT8760H",
                "9999999999                      | PT8760H",
                "99999999999999999999            | PT8760H",
                "Wed, 25 Nov 2026 12:00:30 GMT   | PT30S",
                "Tue, 1 Dec 2026 12:00:00 GMT    | PT144H",
                "Wed, 25 Nov 2026 11:59:59 GMT   | PT0S",
                "Sun, 06 Nov 1994 08:49:37 GMT   | PT0S",
                "Wed, 21 Oct 2099 07:28:00 GMT   | PT8760H",
                "Wednesday, 25-Nov-26 12:01:00 GMT | PT1M",
                "Thursday, 25-Nov-76 12:00:00 GMT | PT0S",
                "Monday, 25-Nov-75 12:00:00 GMT  | PT8760H",
                "Wed Nov 25 12:00:05 2026        | PT5S",
                "Tue Dec  1 12:00:00 2026        | PT144H"
            })
    void parse_ofSecondsOrADate_isTheWaitFromNow(String text, Duration wait) {
        assertThat(RetryAfter.parse(text, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "-1", "/", ":", "1:", "٣", "Wed, 25 Nov 2026 12:00:30", "25.11.2026"})
    void parse_ofAnythingElse_isEmpty(String text) {
        assertThat(RetryAfter.parse(text, NOW)).isEmpty();
    }

    @Test
    void parse_isBoundedByTheLengthOfTheText() {
        assertThat(RetryAfter.parse("1".repeat(64), NOW)).contains(RetryAfter.LONGEST);
        assertThat(RetryAfter.parse("1".repeat(65), NOW)).isEmpty();
    }
}
