package io.github.clearstreet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private static final Instant START = Instant.parse("2025-10-03T14:01:15Z");
    private final VirtualClock clock = VirtualClock.at(START);

    @Test
    void clock_standsStillUntilItIsAdvanced() {
        assertThat(clock.instant()).isEqualTo(START).isEqualTo(clock.instant());
        assertThat(clock.advance(Duration.ofMinutes(1))).isEqualTo(START.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void withZone_movesTogetherWithTheFirst() {
        Clock other = clock.withZone(ZoneId.of("America/New_York"));
        clock.advance(Duration.ofSeconds(5));

        assertThat(other.instant()).isEqualTo(START.plusSeconds(5));
        assertThat(other.getZone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void advance_byANegativeStep_isRefused() {
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
