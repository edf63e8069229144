package io.github.clearstreet.contract;

import static io.github.clearstreet.contract.Interactions.closePositions;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kinds of orders that come back, each read field by field. */
@ConsumerContract
class OrderKindsConsumerTest {
    @Pact(consumer = Parties.CONSUMER)
    V4Pact everyField(PactBuilder pact) {
        return closePositions(
                pact,
                "closes several positions with orders that have every field",
                ProviderStates.EVERY_FIELD,
                Answers.orders(2, Orders::withEveryField));
    }

    @Test
    @PactTestFor(pactMethod = "everyField")
    void closePositions_whenEveryFieldIsSet_returnsEveryField(MockServer api) {
        List<Order> orders = Caller.closePositions(api).data();

        assertThat(orders).containsExactly(ExpectedOrders.withEveryField(), ExpectedOrders.withEveryField());
        assertThat(orders).allSatisfy(order -> {
            assertThat(order.additionalProperties()).isEmpty();
            assertThat(order.violations()).isEmpty();
        });
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact option(PactBuilder pact) {
        return closePositions(
                pact,
                "closes a short option with an order that names the underlying instrument",
                ProviderStates.SHORT_OPTION,
                Answers.orders(Orders::buysOptionBack));
    }

    @Test
    @PactTestFor(pactMethod = "option")
    void closePositions_whenAnOptionIsShort_buysItBack(MockServer api) {
        assertThat(Caller.closePositions(api).data()).containsExactly(ExpectedOrders.buysOptionBack());
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact queued(PactBuilder pact) {
        return closePositions(
                pact,
                "closes a position with an order that waits for its release",
                ProviderStates.MARKET_CLOSED,
                Answers.orders(Orders::queued));
    }

    @Test
    @PactTestFor(pactMethod = "queued")
    void closePositions_whenOrdersWait_saysUntilWhen(MockServer api) {
        assertThat(Caller.closePositions(api).data()).containsExactly(ExpectedOrders.queued());
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact partlyFilled(PactBuilder pact) {
        return closePositions(
                pact,
                "closes a position with an order that is partly filled at once",
                ProviderStates.FILLS_IN_PART,
                Answers.orders(Orders::partlyFilled));
    }

    @Test
    @PactTestFor(pactMethod = "partlyFilled")
    void closePositions_whenAnOrderFillsInPart_saysHowMuchAndAtWhatPrice(MockServer api) {
        assertThat(Caller.closePositions(api).data()).containsExactly(ExpectedOrders.partlyFilled());
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact rejected(PactBuilder pact) {
        return closePositions(
                pact,
                "closes a position with an order that is rejected at once",
                ProviderStates.HALTED,
                Answers.orders(Orders::rejected));
    }

    @Test
    @PactTestFor(pactMethod = "rejected")
    void closePositions_whenAnOrderIsRejected_saysWhy(MockServer api) {
        assertThat(Caller.closePositions(api).data()).containsExactly(ExpectedOrders.rejected());
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact newerStatus(PactBuilder pact) {
        return closePositions(
                pact,
                "closes a position with an order of a status that the client does not know",
                ProviderStates.NEWER_STATUS,
                Answers.orders(Orders::ofNewerStatus));
    }

    @Test
    @PactTestFor(pactMethod = "newerStatus")
    void closePositions_whenAStatusIsNew_keepsItsText(MockServer api) {
        Order order = Caller.closePositions(api).data().get(0);

        assertThat(order).isEqualTo(ExpectedOrders.ofNewerStatus());
        assertThat(order.status().value()).isEqualTo("PENDING_REVIEW");
        assertThat(order.status().known()).isEqualTo(OrderStatus.Known.UNRECOGNIZED);
        assertThat(order.violations()).isEmpty();
    }
}
