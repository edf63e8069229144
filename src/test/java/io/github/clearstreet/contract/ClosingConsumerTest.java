package io.github.clearstreet.contract;

import static io.github.clearstreet.contract.Interactions.closePositions;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.model.ApiError;
import io.github.clearstreet.model.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The three forms of the request, and how much of the account was closed. */
@ConsumerContract
class ClosingConsumerTest {
    @Pact(consumer = Parties.CONSUMER)
    V4Pact nothingChosen(PactBuilder pact) {
        return closePositions(
                pact,
                "closes all positions, and leaves open orders to the server",
                ProviderStates.ONE_POSITION,
                Answers.orders(Orders::pending));
    }

    @Test
    @PactTestFor(pactMethod = "nothingChosen")
    void closePositions_whenNothingIsChosen_returnsThePublishedExample(MockServer api) {
        ApiResponse<List<Order>> response = Caller.closePositions(api);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.requestId()).contains(Answers.REQUEST_ID);
        assertThat(response.error()).isEmpty();
        assertThat(response.violations()).isEmpty();
        assertThat(response.data()).containsExactly(ExpectedOrders.pending());
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact cancelsOrders(PactBuilder pact) {
        return closePositions(
                pact,
                "closes all positions, and cancels open orders first",
                ProviderStates.OPEN_ORDER,
                Interactions.CANCEL_ORDERS,
                Answers.orders(Orders::pending));
    }

    @Test
    @PactTestFor(pactMethod = "cancelsOrders")
    void closePositions_whenOrdersAreCancelled_returnsTheClosingOrder(MockServer api) {
        ApiResponse<List<Order>> response = Caller.closePositions(api, true);

        assertThat(response.requestId()).contains(Answers.REQUEST_ID);
        assertThat(response.data()).containsExactly(ExpectedOrders.pending());
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact keepsOrders(PactBuilder pact) {
        return closePositions(
                pact,
                "closes all positions, and keeps open orders",
                ProviderStates.OPEN_ORDER,
                Interactions.KEEP_ORDERS,
                Answers.orders(Orders::pending));
    }

    @Test
    @PactTestFor(pactMethod = "keepsOrders")
    void closePositions_whenOrdersAreKept_returnsTheClosingOrder(MockServer api) {
        ApiResponse<List<Order>> response = Caller.closePositions(api, false);

        assertThat(response.requestId()).contains(Answers.REQUEST_ID);
        assertThat(response.data()).containsExactly(ExpectedOrders.pending());
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact nothingToClose(PactBuilder pact) {
        return closePositions(
                pact, "closes an account that holds nothing", ProviderStates.NO_POSITION, Answers.noOrders());
    }

    @Test
    @PactTestFor(pactMethod = "nothingToClose")
    void closePositions_whenThereIsNothingToClose_returnsNoOrders(MockServer api) {
        ApiResponse<List<Order>> response = Caller.closePositions(api);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.requestId()).contains(Answers.REQUEST_ID);
        assertThat(response.data()).isEmpty();
    }

    @Pact(consumer = Parties.CONSUMER)
    V4Pact partOfThePositions(PactBuilder pact) {
        return closePositions(
                pact,
                "closes an account of which one position cannot be closed",
                ProviderStates.ONE_OF_TWO_FAILS,
                Answers.ordersAndError(Orders::pending, 422, "No order could be created for MSFT."));
    }

    @Test
    @PactTestFor(pactMethod = "partOfThePositions")
    void closePositions_whenOnePositionCannotBeClosed_returnsTheOrdersAndTheError(MockServer api) {
        ApiResponse<List<Order>> response = Caller.closePositions(api);

        assertThat(response.data()).containsExactly(ExpectedOrders.pending());
        assertThat(response.error())
                .contains(ApiError.builder()
                        .code(422)
                        .message("No order could be created for MSFT.")
                        .build());
    }
}
