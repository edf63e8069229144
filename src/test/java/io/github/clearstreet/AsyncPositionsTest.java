package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.model.Order;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AsyncPositionsTest {
    private static final long ACCOUNT = 19816;

    private final BlockingQueue<CallListener.End> ends = new LinkedBlockingQueue<>();
    private final Sandbox sandbox = Sandbox.start();
    private final ClearStreet clearStreet = ClearStreet.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .listener(ends::add)
            .build();
    private final AsyncPositions positions = clearStreet.positions().async();

    @AfterEach
    void stop() {
        clearStreet.close();
        sandbox.close();
    }

    @Test
    void closePositions_whenAccepted_completesWithTheOrders() throws Exception {
        sandbox.account(ACCOUNT).position("GOOG", "25").position("TSLA", "-3");

        ApiResponse<List<Order>> response = positions.closePositions(ACCOUNT).get();

        assertThat(response.data()).hasSize(2);
        assertThat(ends)
                .singleElement()
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(Outcome.ACCEPTED));
    }

    @Test
    void cancel_afterSending_endsTheCallAndNamesTheUnknownOutcome() throws Exception {
        CompletableFuture<ApiResponse<List<Order>>> call = callThatWaits();

        assertThat(call.cancel(true)).isTrue();

        assertThat(call).isCancelled();
        CancellationException e = catchThrowableOfType(CancellationException.class, call::get);
        assertThat(Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause))
                .as("newer JDKs wrap the exception once more")
                .hasAtLeastOneElementOfType(OutcomeUnknownException.class);
        assertThat(ends)
                .singleElement()
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void orTimeout_whenItComesFirst_endsTheCallToo() throws Exception {
        CompletableFuture<ApiResponse<List<Order>>> call = callThatWaits();

        ExecutionException e = catchThrowableOfType(
                ExecutionException.class,
                () -> call.orTimeout(1, TimeUnit.MILLISECONDS).get());

        assertThat(e).hasCauseInstanceOf(TimeoutException.class);
        assertThat(ends.take().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void close_whileACallWaits_endsItAsUnknown() throws Exception {
        CompletableFuture<ApiResponse<List<Order>>> call = callThatWaits();

        clearStreet.close();

        ExecutionException e = catchThrowableOfType(ExecutionException.class, call::get);
        assertThat(e).hasCauseInstanceOf(OutcomeUnknownException.class).hasMessageContaining("the client was closed");
    }

    @Test
    void deadline_whenItPasses_endsTheCallAsUnknown() {
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.held(new Gate()));

        ExecutionException e = catchThrowableOfType(
                ExecutionException.class,
                () -> positions
                        .withOptions(CallOptions.defaults().withDeadline(Duration.ofMillis(50)))
                        .closePositions(ACCOUNT)
                        .get());

        assertThat(e).hasCauseInstanceOf(OutcomeUnknownException.class).hasMessageContaining("deadline");
    }

    @Test
    void cancel_whenTheCallIsOver_changesNothing() throws Exception {
        sandbox.account(ACCOUNT);
        CompletableFuture<ApiResponse<List<Order>>> call = positions.closePositions(ACCOUNT);
        call.get();

        assertThat(call.cancel(true)).isFalse();
        assertThat(call).isCompleted();
        assertThat(ends).hasSize(1);
    }

    private CompletableFuture<ApiResponse<List<Order>>> callThatWaits() throws InterruptedException {
        sandbox.account(ACCOUNT);
        Gate gate = new Gate();
        sandbox.nextCall(Fault.held(gate));
        CompletableFuture<ApiResponse<List<Order>>> call = positions.closePositions(ACCOUNT);
        gate.awaitArrival(Duration.ofSeconds(10));
        return call;
    }
}
