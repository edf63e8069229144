package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The answer in the document that this project starts from, field by field. */
class DocumentExampleTest {
    private static final OrderListResponse ANSWER = OrderListResponse.fromJson(TestJson.example());
    private static final Order ORDER = ANSWER.data().get(0);

    @Test
    void fromJson_whenGivenTheExample_readsTheEnvelope() {
        assertThat(ANSWER.data()).hasSize(1);
        assertThat(ANSWER.error()).isEmpty();
        assertThat(ANSWER.metadata().requestId()).isEqualTo("3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c");
        assertThat(ANSWER.violations()).isEmpty();
        assertThat(ANSWER.additionalProperties()).isEmpty();
    }

    @Test
    void fromJson_whenGivenTheExample_readsWhatIsThere() {
        assertThat(ORDER.accountId()).isEqualTo(19816);
        assertThat(ORDER.createdAt()).isEqualTo(Instant.parse("2025-10-03T14:01:15Z"));
        assertThat(ORDER.filledQuantity()).isEqualTo(new BigDecimal("0"));
        assertThat(ORDER.id()).isEqualTo("019c0b57-0850-7b0b-8a2c-5ee3fb5a5876");
        assertThat(ORDER.instrumentId()).contains("c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa");
        assertThat(ORDER.instrumentType()).containsSame(SecurityType.COMMON_STOCK);
        assertThat(ORDER.leavesQuantity()).isEqualTo(new BigDecimal("25"));
        assertThat(ORDER.orderType()).isSameAs(OrderType.MARKET);
        assertThat(ORDER.quantity()).isEqualTo(new BigDecimal("25"));
        assertThat(ORDER.side()).isSameAs(Side.SELL);
        assertThat(ORDER.status()).isSameAs(OrderStatus.PENDING_NEW);
        assertThat(ORDER.symbol()).contains("GOOG");
        assertThat(ORDER.timeInForce()).isSameAs(TimeInForce.DAY);
        assertThat(ORDER.updatedAt()).isEqualTo(Instant.parse("2025-10-03T14:01:15Z"));
        assertThat(ORDER.venue()).isEqualTo("XNMS");
    }

    @Test
    void fromJson_whenGivenTheExample_leavesTheOthersAbsent() {
        assertThat(ORDER.averageFillPrice()).isEmpty();
        assertThat(ORDER.clientOrderId()).isEmpty();
        assertThat(ORDER.details()).isEmpty();
        assertThat(ORDER.expiresAt()).isEmpty();
        assertThat(ORDER.extendedHours()).isEmpty();
        assertThat(ORDER.limitOffset()).isEmpty();
        assertThat(ORDER.limitPrice()).isEmpty();
        assertThat(ORDER.queueState()).isEmpty();
        assertThat(ORDER.releasesAt()).isEmpty();
        assertThat(ORDER.stopPrice()).isEmpty();
        assertThat(ORDER.trailingLimitPx()).isEmpty();
        assertThat(ORDER.trailingOffset()).isEmpty();
        assertThat(ORDER.trailingOffsetType()).isEmpty();
        assertThat(ORDER.trailingStopPx()).isEmpty();
        assertThat(ORDER.trailingWatermarkPx()).isEmpty();
        assertThat(ORDER.trailingWatermarkTs()).isEmpty();
        assertThat(ORDER.underlyingInstrumentId()).isEmpty();
        assertThat(ORDER.additionalProperties()).isEmpty();
    }

    @Test
    void toJson_whenReadAgain_givesAnEqualAnswer() {
        assertThat(OrderListResponse.fromJson(ANSWER.toJson())).isEqualTo(ANSWER);
    }
}
