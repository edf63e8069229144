package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.http.HttpTransport;
import io.github.clearstreet.internal.http.ReadCall;
import io.github.clearstreet.runtime.request.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs calls through the generated interfaces and says how each one ended. Never runs one twice. */
final class Calls {
    private final HttpTransport transport;
    private final Duration deadline;
    private final CallListener listener;
    private final Clock clock;
    private final Failures failures;
    private final Guards guards;
    private final CallJournal journal;

    Calls(
            HttpTransport transport,
            Duration deadline,
            CallListener listener,
            Clock clock,
            Failures failures,
            Guards guards,
            CallJournal journal) {
        this.transport = transport;
        this.deadline = deadline;
        this.listener = listener;
        this.clock = clock;
        this.failures = failures;
        this.guards = guards;
        this.journal = journal;
    }

    /** The {@code send} function is given the record of the call, and is called once. */
    <T> ApiResponse<T> run(Operation operation, long accountId, CallOptions options, Function<Call, Envelope<T>> send) {
        RunningCall<T> running = start(operation, accountId, options);
        Envelope<T> envelope;
        try {
            guard(operation, accountId);
            envelope = send.apply(running.call());
        } catch (Throwable thrown) {
            // Errors too: after running out of memory the caller still has to know that the request had left.
            throw running.failed(thrown);
        }
        return running.accepted(envelope);
    }

    /** As {@link #run}, without waiting. */
    <T> CompletableFuture<ApiResponse<T>> runAsync(
            Operation operation,
            long accountId,
            CallOptions options,
            Function<Call, CompletableFuture<Envelope<T>>> send) {
        RunningCall<T> running = start(operation, accountId, options);
        CallFuture<T> result = new CallFuture<>(running);
        Runnable request = () -> {
            try {
                guard(operation, accountId);
                var unused = send.apply(running.call()).whenComplete(result::settle);
            } catch (Throwable thrown) {
                result.settle(null, thrown);
            }
        };
        if (running.isJournaled()) {
            transport.runAside(request); // the journal waits for a disk or a database, the caller does not
        } else {
            request.run();
        }
        result.endCallWhenCompletedFromOutside();
        return result;
    }

    /** Runs the function, which uses a generated interface once, as the request of the call. */
    <T> T within(Call call, Supplier<T> request) {
        return transport.within(call, request);
    }

    Guards guards() {
        return guards;
    }

    CallJournal journal() {
        return journal;
    }

    private void guard(Operation operation, long accountId) {
        if (!operation.isRead()) {
            guards.refusalOfChange(accountId).ifPresent(refusal -> {
                throw new GuardRefusedException(refusal);
            });
        }
    }

    /** How long one call may take. */
    Duration deadline(CallOptions options) {
        return options.deadline().orElse(deadline);
    }

    /** The failure of a list that was answered with a page, but cannot be followed to its end. */
    <T> ClearStreetException cannotFollow(Operation operation, ApiResponse<List<T>> page, Throwable thrown) {
        return failures.of(operation, page.call(), page.elapsed(), thrown);
    }

    private <T> RunningCall<T> start(Operation operation, long accountId, CallOptions options) {
        OptionalLong account = OptionalLong.of(accountId);
        Map<String, String> headers = options.headers();
        Call call = operation.isRead()
                ? new ReadCall(account, deadline(options), headers, clock)
                : new Call(account, deadline(options), headers, clock);
        return new RunningCall<>(
                operation, call, listener, clock.instant(), failures, journal.write(operation, accountId, options));
    }
}
