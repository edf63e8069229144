package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.clearstreet.ClearStreetException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F13: the caller gives up, before and during the call. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptAndCancelTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final Behaviour STALLS_FIRST = ((Behaviour) (c, r, n) -> c.stall()).onlyFor(1);
    private static final Behaviour STALLS_IN_BODY =
            ((Behaviour) (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")).onlyFor(1);

    @ParameterizedTest
    @EnumSource(Form.class)
    void delete_whenInterruptedBefore_isNotSentAndStaysInterrupted(Form form) {
        try (FaultServer server = new FaultServer(GoodAnswer.INSTANCE);
                Caller caller = new Caller(server.uri())) {
            Thread.currentThread().interrupt();

            String told = caller.ask(Style.BLOCKING, form, ENOUGH);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(told).isEqualTo("NOT_SENT INTERRUPTED");
            assertThat(server.connections()).isZero();
            assertThat(caller.ask(Style.BLOCKING, form, ENOUGH)).isEqualTo("ACCEPTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void delete_whenInterruptedWhileWaiting_isUnknownAndStaysInterrupted(Form form) {
        try (FaultServer server = new FaultServer(STALLS_FIRST);
                Caller caller = new Caller(server.uri())) {
            Thread calling = Thread.currentThread();
            var interrupter = CompletableFuture.runAsync(() -> {
                server.awaitArrival();
                calling.interrupt();
            });

            String told = caller.ask(Style.BLOCKING, form, ENOUGH);

            assertThat(Thread.interrupted()).isTrue();
            interrupter.join();
            assertThat(told).isEqualTo("UNKNOWN INTERRUPTED");
            server.awaitDisconnect();
            assertThat(server.complete()).hasSize(1);
            assertThat(caller.ask(Style.BLOCKING, form, ENOUGH)).isEqualTo("ACCEPTED");
            assertThat(server.partial()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void delete_whenInterruptedDuringConnect_isNotSent(Form form) throws IOException {
        try (FullBacklog server = new FullBacklog();
                Caller caller = new Caller(server.uri())) {
            Thread calling = Thread.currentThread();
            var interrupter = CompletableFuture.runAsync(calling::interrupt);

            String told = caller.ask(Style.BLOCKING, form, ENOUGH);

            assertThat(Thread.interrupted()).isTrue();
            interrupter.join();
            assertThat(told).isEqualTo("NOT_SENT INTERRUPTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void cancel_whenWaitingForTheAnswer_endsTheConnectionAndIsUnknown(Form form) {
        cancelledDuring(STALLS_FIRST, form);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void cancel_whenReadingTheAnswer_endsTheConnectionAndIsUnknown(Form form) {
        cancelledDuring(STALLS_IN_BODY, form);
    }

    private static void cancelledDuring(Behaviour behaviour, Form form) {
        try (FaultServer server = new FaultServer(behaviour);
                Caller caller = new Caller(server.uri())) {
            CompletableFuture<?> call = caller.begin(form, ENOUGH);
            server.awaitArrival();

            assertThat(call.cancel(true)).isTrue();

            assertThat(call).isCancelled();
            assertThat(outcomeOf(call)).isEqualTo("UNKNOWN CANCELLED");
            server.awaitDisconnect();
            assertThat(caller.ask(Style.ASYNC, form, ENOUGH)).isEqualTo("ACCEPTED");
            assertThat(server.complete()).hasSize(2);
            assertThat(server.partial()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void cancel_whenConnecting_isNotSent(Form form) throws IOException {
        try (FullBacklog server = new FullBacklog();
                Caller caller = new Caller(server.uri())) {
            CompletableFuture<?> call = caller.begin(form, ENOUGH);

            call.cancel(true);

            assertThat(outcomeOf(call)).isEqualTo("NOT_SENT CANCELLED");
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void close_whenACallIsWaiting_endsItAsUnknown(Style style) {
        try (FaultServer server = new FaultServer(STALLS_FIRST)) {
            Caller caller = new Caller(server.uri());
            var closer = CompletableFuture.runAsync(() -> {
                server.awaitArrival();
                caller.close();
            });

            String told = caller.ask(style, Form.NOTHING_CHOSEN, ENOUGH);

            closer.join();
            assertThat(told).isEqualTo("UNKNOWN CLOSED");
            server.awaitDisconnect();
            assertThat(server.complete()).hasSize(1);
            assertThat(caller.ask(style, Form.NOTHING_CHOSEN, ENOUGH)).isEqualTo("NOT_SENT CLOSED");
            assertThat(server.complete()).hasSize(1);
        }
    }

    private static String outcomeOf(CompletableFuture<?> cancelled) {
        // Newer JDKs wrap the exception once more.
        return Stream.<Throwable>iterate(catchThrowable(cancelled::join), Throwable::getCause)
                .filter(ClearStreetException.class::isInstance)
                .map(Caller::told)
                .findFirst()
                .orElseThrow();
    }
}
