package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Decision;
import io.github.clearstreet.journal.FileJournal;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.JournalException;
import io.github.clearstreet.journal.JournaledPosition;
import io.github.clearstreet.journal.Lease;
import io.github.clearstreet.journal.LeaseHeldException;
import io.github.clearstreet.journal.LeaseLostException;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.journal.TroubledJournal;
import io.github.clearstreet.journal.UnresolvedAttemptsException;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.model.TimeInForce;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.Sandbox;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client with a journal writes each change down before it leaves, and what became of it; and sends nothing otherwise. */
class JournaledCallTest {
    private static final long ACCOUNT = 19816;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final Sandbox sandbox = Sandbox.start();
    private final AtomicLong nanos = new AtomicLong();
    private Journal journal = MemoryJournal.create();

    @BeforeEach
    void hold25Shares() {
        sandbox.account(ACCOUNT).position("GOOG", "25");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void closePositions_isInTheJournalBeforeItArrives_andItsOutcomeBeforeTheCallerLearnsIt() {
        journal = FileJournal.in(directory);
        Queue<AttemptState> whenAnswered = new ConcurrentLinkedQueue<>();
        sandbox.customizeResponses((request, response) -> {
            whenAnswered.add(attempts().get(0).state());
            return response;
        });

        ApiResponse<?> response;
        try (ClearStreet clearStreet = client()) {
            response = clearStreet.positions().closePositions(ACCOUNT);
        }

        assertThat(whenAnswered).containsExactly(AttemptState.PENDING);
        Attempt attempt = attempts().get(0);
        assertThat(attempt.operation()).isEqualTo("close_positions");
        assertThat(attempt.state()).isEqualTo(AttemptState.ACCEPTED);
        assertThat(attempt.outcomes().get(0).outcome().status()).isEqualTo(200);
        assertThat(attempt.outcomes().get(0).outcome().requestId())
                .isEqualTo(response.requestId().orElseThrow());
        assertThat(attempt.outcomes().get(0).outcome().orderIds())
                .containsExactly(sandbox.account(ACCOUNT).orders().get(0).id());
    }

    @Test
    void everyChange_isWrittenDown_withWhatItIsAbout_andNoRead() {
        JournaledPosition position = new JournaledPosition("id", "GOOG", BigDecimal.TEN);
        try (ClearStreet clearStreet = client()) {
            clearStreet
                    .positions()
                    .withOptions(
                            CallOptions.defaults().withDecision(Decision.none().withPositions(List.of(position))))
                    .closePosition(ACCOUNT, "GOOG");
            String order = sandbox.account(ACCOUNT).orders().get(0).id();
            clearStreet.orders().cancelOpenOrder(ACCOUNT, order);
            clearStreet.orders().submitOrders(ACCOUNT, List.of(newOrder()));
            clearStreet.orders().cancelAllOpenOrders(ACCOUNT);
            clearStreet.positions().getPositions(ACCOUNT).forEach(each -> {});

            assertThat(attempts())
                    .extracting(Attempt::operation)
                    .containsExactly("close_position", "cancel_open_order", "submit_orders", "cancel_all_open_orders");
            assertThat(attempts().get(0).instrumentId()).isEqualTo("GOOG");
            assertThat(attempts().get(0).positions()).containsExactly(position);
            assertThat(attempts().get(1).ids()).containsExactly(order);
            assertThat(attempts().get(2).ids()).containsExactly("own-1");
            assertThat(attempts()).allMatch(attempt -> attempt.state() == AttemptState.ACCEPTED);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachWayToEnd_isInTheJournal(boolean async) {
        sandbox.nextCall(Fault.error(403, "no right"));
        sandbox.nextCall(Fault.drops());
        try (ClearStreet clearStreet = client()) {
            RejectedException rejected =
                    catchThrowableOfType(RejectedException.class, () -> close(clearStreet, async, Decision.none()));
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> close(clearStreet, async, Decision.none()));

            assertThat(attempts())
                    .extracting(Attempt::state)
                    .containsExactly(AttemptState.REJECTED, AttemptState.UNKNOWN);
            assertThat(attempts().get(0).outcomes().get(0).outcome().detail()).isEqualTo(rejected.getMessage());
            assertThat(attempts().get(1).outcomes().get(0).outcome().detail()).isEqualTo(unknown.getMessage());
            assertThat(journal.unresolved()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closePositions_onAnAccountInDoubt_isNotSent_unlessTheCallerInsists(boolean async) {
        sandbox.nextCall(Fault.drops());
        try (ClearStreet clearStreet = client()) {
            assertThatThrownBy(() -> close(clearStreet, async, Decision.none()))
                    .isInstanceOf(OutcomeUnknownException.class);

            NotSentException refused =
                    catchThrowableOfType(NotSentException.class, () -> close(clearStreet, async, Decision.none()));

            assertThat(refused).hasMessageContaining("in doubt").hasMessageNotContaining("send it again");
            assertThat(refused.refusedByGuard()).isFalse();
            assertThat(refused).hasCauseInstanceOf(UnresolvedAttemptsException.class);
            assertThat(sandbox.requests()).hasSize(1);
            close(clearStreet, async, Decision.none().insisting());
            assertThat(sandbox.requests()).hasSize(2);
        }
    }

    @Test
    void closePositions_onAnAccountThatARunHolds_isNotSent_butTheRunItselfSends() {
        Lease lease = journal.acquire(ACCOUNT, LIMIT);
        try (ClearStreet clearStreet = client()) {
            NotSentException refused =
                    catchThrowableOfType(NotSentException.class, () -> close(clearStreet, false, Decision.none()));

            assertThat(refused).hasCauseInstanceOf(LeaseHeldException.class);
            assertThat(sandbox.requests()).isEmpty();
            close(clearStreet, false, Decision.none().withLease(lease));
            assertThat(sandbox.requests()).hasSize(1);
            assertThat(attempts().get(0).leaseToken()).isEqualTo(lease.token());
        }
    }

    @Test
    void whatCannotBeWritten_isNotSent() throws Exception {
        journal = FileJournal.in(directory);
        Files.writeString(directory.resolve("19816.jsonl"), "damaged\n");
        try (ClearStreet clearStreet = client()) {
            NotSentException refused =
                    catchThrowableOfType(NotSentException.class, () -> close(clearStreet, false, Decision.none()));

            assertThat(refused).hasMessageContaining("19816.jsonl").hasCauseInstanceOf(JournalException.class);
            assertThat(refused.sentAt()).isEmpty();
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOutcomeThatCannotBeWritten_isWrittenBeforeTheNextChange_orWhenTheClientIsClosed(boolean close) {
        AtomicBoolean full = new AtomicBoolean(true);
        Journal memory = journal;
        journal = TroubledJournal.of(memory, method -> {
            if (method.equals("end") && full.get()) {
                throw new JournalException("disk full");
            }
        });
        try (ClearStreet clearStreet = client()) {
            close(clearStreet, false, Decision.none());
            assertThat(memory.unresolved()).hasSize(1);
            full.set(false);
            if (!close) {
                close(clearStreet, false, Decision.none());
            }
        }

        assertThat(memory.attempts(ACCOUNT, Instant.EPOCH))
                .isNotEmpty()
                .extracting(Attempt::state)
                .containsOnly(AttemptState.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPauseBetweenTheEntryAndTheFirstByte_keepsTheRequestHere(boolean async) {
        journal = TroubledJournal.after(MemoryJournal.create(Clock.systemUTC(), nanos::get), method -> {
            if (method.equals("begin")) { // in time with a permission for 10 s, too late for a lease of 5 s
                nanos.addAndGet(7_000_000_000L);
            }
        });
        try (ClearStreet clearStreet = client()) {
            Lease lease = journal.acquire(ACCOUNT, Duration.ofSeconds(5));

            NotSentException paused = catchThrowableOfType(
                    NotSentException.class,
                    () -> close(clearStreet, async, Decision.none().withLease(lease)));

            assertThat(paused).hasCauseInstanceOf(LeaseLostException.class);
            assertThat(paused.sentAt()).isEmpty();
            assertThat(sandbox.requests()).isEmpty();
            assertThat(attempts()).extracting(Attempt::state).containsExactly(AttemptState.NOT_SENT);
        }
    }

    @Test
    void cancel_ofAnAsynchronousCall_isInTheJournalToo() throws Exception {
        Gate gate = new Gate();
        sandbox.nextCall(Fault.held(gate));
        try (ClearStreet clearStreet = client()) {
            CompletableFuture<?> call = clearStreet.positions().async().closePositions(ACCOUNT);
            gate.awaitArrival(LIMIT);

            call.cancel(true);

            assertThat(attempts()).extracting(Attempt::state).containsExactly(AttemptState.UNKNOWN);
        } finally {
            gate.release();
        }
    }

    @Test
    void withoutAJournal_directCallsAreAsBefore() {
        sandbox.nextCall(Fault.drops());
        try (ClearStreet clearStreet = builder().build()) {
            assertThatThrownBy(() -> close(clearStreet, false, Decision.none()))
                    .isInstanceOf(OutcomeUnknownException.class);
            close(clearStreet, false, Decision.none());

            assertThat(sandbox.requests()).hasSize(2);
            assertThat(clearStreet.journal().attempts(Instant.EPOCH)).isEmpty();
        }
    }

    private static void close(ClearStreet clearStreet, boolean async, Decision decision) {
        Positions positions =
                clearStreet.positions().withOptions(CallOptions.defaults().withDecision(decision));
        if (!async) {
            positions.closePositions(ACCOUNT);
            return;
        }
        try {
            positions.async().closePositions(ACCOUNT).get();
        } catch (ExecutionException e) {
            throw (ClearStreetException) e.getCause();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static NewOrder newOrder() {
        return NewOrder.builder()
                .id("own-1")
                .symbol("GOOG")
                .side(Side.SELL)
                .quantity(BigDecimal.ONE)
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.DAY)
                .build();
    }

    private List<Attempt> attempts() {
        return journal.attempts(ACCOUNT, Instant.EPOCH);
    }

    private ClearStreet client() {
        return builder().journal(journal).build();
    }

    private ClearStreetBuilder builder() {
        return ClearStreet.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey());
    }
}
