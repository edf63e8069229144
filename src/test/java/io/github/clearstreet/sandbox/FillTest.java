package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillTest {
    private static final Instant START = Instant.parse("2025-10-03T14:01:15Z");
    private final VirtualClock clock = VirtualClock.at(START);

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();

    private final SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "25");

    @Test
    void fill_ofAPart_movesThePositionAndKeepsTheOrderOpen() throws Exception {
        String id = closeAndGetOrderId();
        clock.advance(Duration.ofMillis(1500));

        account.fill(id, "10.5", "245.10");

        SandboxOrder order = account.order(id);
        assertThat(order.status()).isEqualTo("PARTIALLY_FILLED");
        assertThat(order.isOpen()).isTrue();
        assertThat(order.filledQuantity()).isEqualTo("10.5");
        assertThat(order.leavesQuantity()).isEqualTo("14.5");
        assertThat(order.createdAt()).isEqualTo(START);
        assertThat(order.updatedAt()).isEqualTo(START.plusMillis(1500));
        assertThat(account.positions()).extracting(SandboxPosition::quantity).containsExactly(new BigDecimal("14.5"));
    }

    @Test
    void fill_ofTheRest_makesTheOrderFinalAndTheAccountFlat() throws Exception {
        String id = closeAndGetOrderId();

        account.fill(id, "10", "240").fill(id, "15", "250");

        SandboxOrder order = account.order(id);
        assertThat(order.status()).isEqualTo("FILLED");
        assertThat(order.isOpen()).isFalse();
        assertThat(order.leavesQuantity()).isEqualTo("0");
        assertThat(order.averageFillPrice()).hasValue(new BigDecimal("246"));
        assertThat(account.positions()).isEmpty();
    }

    @Test
    void fill_withoutAPrice_usesTheInstrumentsPrice() throws Exception {
        sandbox.instrument(SandboxInstrument.stock("GOOG").withPrice("245.33"));
        String id = closeAndGetOrderId();

        account.fill(id);

        assertThat(account.order(id).averageFillPrice()).hasValue(new BigDecimal("245.33"));
    }

    @Test
    void fill_ofABuyAndAShortSale_moveThePositionTheirWay() {
        account.openOrder(OrderTicket.buy("GOOG", "5")).openOrder(OrderTicket.sellShort("ACME", "2"));

        account.fillAll();

        assertThat(account.positions()).extracting(SandboxPosition::toString).containsExactly("GOOG 30", "ACME -2");
    }

    @Test
    void fill_ofMoreThanIsLeft_isRefusedAndChangesNothing() throws Exception {
        String id = closeAndGetOrderId();

        assertThatThrownBy(() -> account.fill(id, "25.1", "245"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("25 at most");

        assertThat(account.order(id).filledQuantity()).isZero();
        assertThat(account.positions()).extracting(SandboxPosition::quantity).containsExactly(new BigDecimal("25"));
    }

    @Test
    void fill_ofAFinalOrder_isRefused() throws Exception {
        String id = closeAndGetOrderId();
        account.cancel(id);

        assertThatThrownBy(() -> account.fill(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CANCELED");
    }

    @Test
    void fill_ofAnUnknownOrder_isRefused() {
        assertThatThrownBy(() -> account.fill("no-such-order"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "x", "1e3", "1.", "Infinity"})
    void fill_withABadQuantity_isRefused(String quantity) throws Exception {
        String id = closeAndGetOrderId();

        assertThatThrownBy(() -> account.fill(id, quantity, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accept_makesAPendingOrderNewOnce() throws Exception {
        String id = closeAndGetOrderId();

        account.accept(id);
        assertThat(account.order(id).status()).isEqualTo("NEW");

        account.fill(id, "1", "1").accept(id);
        assertThat(account.order(id).status()).isEqualTo("PARTIALLY_FILLED");
    }

    @Test
    void reject_afterAPartialFill_keepsWhatFilledAndLeavesNothing() throws Exception {
        String id = closeAndGetOrderId();

        account.fill(id, "5", "245").reject(id, "The instrument is halted.");

        SandboxOrder order = account.order(id);
        assertThat(order.status()).isEqualTo("REJECTED");
        assertThat(order.details()).containsExactly("The instrument is halted.");
        assertThat(order.filledQuantity()).isEqualTo("5");
        assertThat(order.leavesQuantity()).isZero();
        assertThat(account.positions()).extracting(SandboxPosition::quantity).containsExactly(new BigDecimal("20"));
    }

    @Test
    void position_isReplacedNotAddedTo_andZeroRemovesIt() {
        assertThat(account.position("GOOG", "3").positions())
                .extracting(SandboxPosition::toString)
                .containsExactly("GOOG 3");
        assertThat(account.position("GOOG", "0").positions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1e1000000000", "+1", "0x10", "1,5", "٣"})
    void position_withABadQuantity_isRefused(String quantity) {
        assertThatThrownBy(() -> account.position("GOOG", quantity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plain decimal number");
    }

    @Test
    void snapshots_doNotChangeLater() throws Exception {
        String id = closeAndGetOrderId();
        SandboxOrder before = account.order(id);
        var positionsBefore = account.positions();

        account.fill(id);

        assertThat(before.status()).isEqualTo("PENDING_NEW");
        assertThat(positionsBefore).hasSize(1);
        assertThat(account.order(id).status()).isEqualTo("FILLED");
    }

    private String closeAndGetOrderId() throws Exception {
        return Caller.onlyOrder(new Caller(sandbox).close()).path("id").textValue();
    }
}
