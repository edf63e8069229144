package io.github.clearstreet;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxInstrument;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class GuardsTest {
    private static final long ACCOUNT = 19816;

    @Parameter
    private CallStyle style = CallStyle.BLOCKING;

    private final Sandbox sandbox = Sandbox.builder().pageSize(1).start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void dryRun_refusesEveryChangeAndReadsAllTheSame() {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        try (ClearStreet clearStreet = client(Guards.none().withDryRun(true))) {
            List<ThrowingCallable> changes = List.of(
                    () -> style.positions(clearStreet).closePositions(ACCOUNT),
                    () -> style.positions(clearStreet).closePosition(ACCOUNT, "GOOG"),
                    () -> clearStreet.orders().cancelOpenOrder(ACCOUNT, "some-order"),
                    () -> clearStreet.orders().cancelAllOpenOrders(ACCOUNT));

            for (ThrowingCallable change : changes) {
                NotSentException refused = catchThrowableOfType(NotSentException.class, change);
                assertThat(refused.refusedByGuard()).isTrue();
                assertThat(refused).hasMessageContaining("dry run").hasMessageNotContaining("send it again");
            }
            assertThat(style.positions(clearStreet).getPositions(ACCOUNT)).hasSize(1);
        }
        nothingWasChanged();
    }

    @Test
    void accounts_letsOnlyTheseBeChanged() {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        sandbox.account(7).position("GOOG", "25");
        try (ClearStreet clearStreet = client(Guards.none().withAccounts(Set.of(7L)))) {
            NotSentException refused =
                    refusal(() -> style.positions(clearStreet).closePositions(ACCOUNT));

            assertThat(refused).hasMessageContaining("account 19816 is not among the accounts");
            assertThat(style.positions(clearStreet).closePositions(7).data()).hasSize(1);
        }
    }

    @Test
    void maxPositions_countsAllPages() {
        sandbox.account(ACCOUNT).position("GOOG", "25").position("MSFT", "1").position("AAPL", "1");
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(2))) {
            NotSentException refused =
                    refusal(() -> style.positions(clearStreet).closePositions(ACCOUNT));

            assertThat(refused).hasMessageContaining("3 positions are more than the 2");
            assertThat(refusedLater(clearStreet.positions().async().closePositions(ACCOUNT)))
                    .hasMessageContaining("3 positions are more than the 2");
            nothingWasChanged();
            assertThat(style.positions(clearStreet)
                            .closePosition(ACCOUNT, "GOOG")
                            .data())
                    .hasSize(1);
        }
    }

    @Test
    void maxGrossValue_addsLongAndShortWithoutTheirSigns() {
        sandbox.account(ACCOUNT)
                .position(SandboxInstrument.stock("GOOG").withPrice("100"), "6")
                .position(SandboxInstrument.stock("MSFT").withPrice("100"), "-6");
        try (ClearStreet clearStreet = client(Guards.none().withMaxGrossValue(new BigDecimal("1000")))) {
            NotSentException refused =
                    refusal(() -> style.positions(clearStreet).closePositions(ACCOUNT));

            assertThat(refused).hasMessageContaining("a gross value of 1200");
            nothingWasChanged();
            assertThat(clearStreet
                            .positions()
                            .async()
                            .closePosition(ACCOUNT, "MSFT")
                            .join()
                            .data())
                    .hasSize(1);
        }
    }

    @Test
    void closePositions_whenItCannotBeMeasured_isNotSent() {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        sandbox.nextCall("get_positions", Fault.error(500, "Broken"));
        sandbox.nextCall("get_positions", Fault.error(500, "Broken"));
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(2))) {
            assertThat(refusal(() -> style.positions(clearStreet).closePositions(ACCOUNT)))
                    .hasMessageContaining("could not be measured")
                    .hasMessageContaining("Broken");
            assertThat(refusedLater(clearStreet.positions().async().closePositions(ACCOUNT)))
                    .hasMessageContaining("could not be measured")
                    .hasMessageContaining("Broken");
        }
        nothingWasChanged();
    }

    @Test
    void closePositions_whenTheValueIsUnreadable_isNotSent() {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        sandbox.customizeResponses((request, answer) ->
                answer.withBody(answer.body().replaceAll("\"market_value\":\"[^\"]*\"", "\"market_value\":\"much\"")));
        try (ClearStreet clearStreet = client(Guards.none().withMaxGrossValue(new BigDecimal("1000")))) {
            assertThat(refusal(() -> style.positions(clearStreet).closePositions(ACCOUNT)))
                    .hasMessageContaining("could not be read");
        }
        nothingWasChanged();
    }

    @Test
    void closePositions_whenCancelledWhileItIsMeasured_isNeverSent() throws Exception {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        Gate gate = new Gate();
        sandbox.nextCall("get_positions", Fault.held(gate));
        try (ClearStreet clearStreet = client(Guards.none().withMaxPositions(2))) {
            CompletableFuture<?> close = clearStreet.positions().async().closePositions(ACCOUNT);
            gate.awaitArrival(ofSeconds(20));

            close.cancel(true);
            gate.release();

            assertThat(close).isCancelled();
            assertThat(style.positions(clearStreet).getPositions(ACCOUNT)).hasSize(1);
        }
        nothingWasChanged();
    }

    @Test
    void values_areCheckedAtTheDoor() {
        assertThatIllegalArgumentException().isThrownBy(() -> Guards.none().withAccounts(List.of(0L)));
        assertThatIllegalArgumentException().isThrownBy(() -> Guards.none().withMaxPositions(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Guards.none().withMaxGrossValue(BigDecimal.ZERO));
        assertThat(Guards.none().withAccounts(List.of(7L)).withMaxPositions(3))
                .hasToString("Guards[accounts=[7], maxPositions=3, maxGrossValue=any, dryRun=false]");
    }

    private ClearStreet client(Guards guards) {
        return ClearStreet.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .guards(guards)
                .build();
    }

    private static NotSentException refusal(ThrowingCallable call) {
        NotSentException refused = catchThrowableOfType(NotSentException.class, call);
        assertThat(refused.refusedByGuard()).isTrue();
        return refused;
    }

    private static Throwable refusedLater(CompletableFuture<?> call) {
        ExecutionException failed =
                catchThrowableOfType(ExecutionException.class, () -> call.get(20, TimeUnit.SECONDS));
        assertThat(failed).hasCauseInstanceOf(NotSentException.class);
        return Objects.requireNonNull(failed.getCause());
    }

    private void nothingWasChanged() {
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).doesNotContain("DELETE");
    }
}
