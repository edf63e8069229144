package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clearstreet.sandbox.OrderTicket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The settings of a close-out do what they say. */
class CloseOutBuilderTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void executor_runsWhatIsStarted() {
        desk.account();
        List<Runnable> given = new ArrayList<>();
        CloseOut closeOut = desk.builder().executor(given::add).build();

        CloseOutTask<FlattenReport> task = closeOut.flattenAsync(ACCOUNT, VirtualDesk.BROKER);
        assertThat(task.result()).isNotDone();
        given.forEach(Runnable::run);

        assertThat(task.result().join().flat()).isTrue();
    }

    @Test
    void polling_withOneLength_isEven_andNotWithASlowestBelowTheFirst() {
        assertThat(desk.builder().pollInterval(SECOND, SECOND).build()).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.builder().pollInterval(SECOND, SECOND.minusNanos(1)))
                .withMessageContaining("max must not be less");
    }

    @Test
    void clockSkew_isAllowedForWhenOrdersAreRead() {
        desk.account().position("GOOG", "25").openOrder(OrderTicket.sell("GOOG", "25"));
        ClosingAttempt attempt = ClosingAttempt.sentAt(ACCOUNT, VirtualDesk.START.plusSeconds(20))
                .withPositionsBefore(desk.closeOut().preview(ACCOUNT).held());

        assertThat(desk.builder()
                        .clockSkew(SECOND.multipliedBy(18))
                        .build()
                        .reconcile(attempt)
                        .orders())
                .isEmpty();
        assertThat(desk.builder()
                        .clockSkew(SECOND.multipliedBy(21))
                        .build()
                        .reconcile(attempt)
                        .orders())
                .hasSize(1);
    }

    @Test
    void orderLookback_limitsTheFirstReadOfOrders() {
        desk.account();

        desk.builder().orderLookback(Duration.ofDays(1)).build().preview(ACCOUNT);

        assertThat(desk.sandbox().requests())
                .anySatisfy(request -> assertThat(request.query().orElse("")).contains("2026-01-01T15"));
    }

    @Test
    void closeOut_withTheDefaults_looksAtTheAccount() {
        desk.account();

        assertThat(CloseOut.of(desk.clearStreet()).preview(ACCOUNT).flat()).isTrue();
    }
}
