package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClosingAttemptTest {
    private static final ClosingAttempt ATTEMPT = ClosingAttempt.sentAt(7, VirtualDesk.START);

    @Test
    void closingAttempt_ofAWholeAccount_namesNoInstrument() {
        assertThat(ATTEMPT.accountId()).isEqualTo(7);
        assertThat(ATTEMPT.sentAt()).isEqualTo(VirtualDesk.START);
        assertThat(ATTEMPT.instrumentId()).isEmpty();
        assertThat(ATTEMPT).hasToString("close of account 7, sent at 2026-01-02T15:00:00Z");
    }

    @Test
    void closingAttempt_ofOneInstrument_namesIt() {
        ClosingAttempt one = ATTEMPT.withInstrument("i-1");

        assertThat(one.instrumentId()).contains("i-1");
        assertThat(one).hasToString("close of account 7, instrument i-1, sent at 2026-01-02T15:00:00Z");
    }
}
