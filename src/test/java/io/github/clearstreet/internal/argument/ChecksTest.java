package io.github.clearstreet.internal.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Duration NANO = Duration.ofNanos(1);

    @Test
    void accountId_mustBeMoreThanZero() {
        assertThat(Checks.accountId(1)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.accountId(0))
                .withMessageContaining("but is 0");
    }

    @Test
    void positive_mustBeMoreThanZero() {
        assertThat(Checks.positive("wait", NANO)).isEqualTo(NANO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.positive("wait", Duration.ZERO))
                .withMessage("wait must be more than zero, but is PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.positive("wait", NANO.negated()));
    }

    @Test
    void notNegative_mayBeZero() {
        assertThat(Checks.notNegative("wait", Duration.ZERO)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.notNegative("wait", NANO.negated()))
                .withMessageStartingWith("wait must be zero or more");
    }

    @Test
    void atLeastOne_mayBeOne() {
        assertThat(Checks.atLeastOne("rounds", 1)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.atLeastOne("rounds", 0))
                .withMessage("rounds must be one or more, but is 0");
    }
}
