package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.ClosingMethod;
import io.github.clearstreet.closeout.FlattenOptions;
import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.model.TimeInForce;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.Trigger;
import io.github.clearstreet.sandbox.UsedIdResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a proxy that sends each request twice can do, and what it cannot: docs/between-you-and-the-broker.md. */
class ResendingProxyTest {
    private static final long ACCOUNT = 19816;

    private final Sandbox sandbox = Sandbox.start();
    private ResendingProxy proxy;

    @BeforeEach
    void hold25Shares() throws IOException {
        proxy = ResendingProxy.to(sandbox.baseUrl());
        sandbox.account(ACCOUNT).position("GOOG", "25");
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        sandbox.close();
    }

    @Test
    void closePositions_isSentOnceByUs_andArrivesTwice() {
        try (ClearStreet clearStreet = client()) {
            clearStreet.positions().closePositions(ACCOUNT);
        }

        assertThat(sandbox.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(UsedIdResponse.class)
    void submitOrders_withAnIdOfItsOwn_arrivesTwice_andMakesOneOrder(UsedIdResponse response) {
        sandbox.account(ACCOUNT).usedIdResponse(response);
        try (ClearStreet clearStreet = client()) {
            clearStreet
                    .orders()
                    .submitOrders(
                            ACCOUNT,
                            List.of(NewOrder.builder()
                                    .id("own-1")
                                    .symbol("GOOG")
                                    .side(Side.SELL)
                                    .quantity(new BigDecimal("25"))
                                    .orderType(OrderType.MARKET)
                                    .timeInForce(TimeInForce.DAY)
                                    .build()));
        } catch (RejectedException e) {
            assertThat(response).isNotEqualTo(UsedIdResponse.EXISTING_ORDER);
        }

        assertThat(sandbox.requests()).hasSize(2);
        assertThat(sandbox.account(ACCOUNT).orders()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(UsedIdResponse.class)
    void flatten_byOwnOrders_closesOnce_whateverTheProxyDoes(UsedIdResponse response) {
        sandbox.account(ACCOUNT)
                .usedIdResponse(response)
                .behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(Duration.ofMillis(300))));
        try (ClearStreet clearStreet = client()) {
            FlattenReport report = CloseOut.builder(clearStreet)
                    .positionLag(Duration.ofMillis(500))
                    .pollInterval(Duration.ofMillis(100), Duration.ofMillis(200))
                    .build()
                    .flatten(ACCOUNT, FlattenOptions.defaults().withMethod(ClosingMethod.OWN_ORDERS));

            assertThat(report.flat()).as(report.toString()).isTrue();
        }
        assertThat(sandbox.account(ACCOUNT).orders()).hasSize(1);
        assertThat(sandbox.account(ACCOUNT).positionChanges()).noneMatch(PositionChange::crossesZero);
    }

    private ClearStreet client() {
        return ClearStreet.builder()
                .baseUrl(proxy.baseUrl())
                .apiKey(sandbox.apiKey())
                .build();
    }
}
