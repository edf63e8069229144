package io.github.clearstreet;

import feign.Request;
import io.github.clearstreet.internal.http.ApiKey;
import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.http.FeignApis;
import io.github.clearstreet.internal.http.HttpTransport;
import io.github.clearstreet.internal.http.RequestMaker;
import io.github.clearstreet.internal.http.RetryPolicy;
import io.github.clearstreet.internal.http.WorkThread;
import io.github.clearstreet.runtime.request.ApiDescription;
import io.github.clearstreet.runtime.request.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The one way of every call, blocking or asynchronous, from the facade to the network and back. A blocking call is an
 * asynchronous one that does its work on the caller's thread. Thread-safe.
 *
 * <p>{@link #attempt} has the steps from top to bottom. {@link PendingCall} repeats it for a read; {@link CallAttempt} puts
 * down what became of it.
 */
final class CallPipeline {
    /** A list may take as long as so many pages that use up their deadline. */
    private static final int PAGES_IN_LIST_DEADLINE = 20;

    private final HttpTransport transport;
    private final Duration deadline;
    private final CallNotifier notifier;
    private final Clock clock;
    private final ApiKey apiKey;
    private final Guards guards;
    private final CallJournal journal;
    private final RetryPolicy retries;
    private final AtomicLong lastCallId = new AtomicLong();

    CallPipeline(
            HttpTransport transport,
            Duration deadline,
            CallNotifier notifier,
            Clock clock,
            ApiKey apiKey,
            Guards guards,
            CallJournal journal,
            RetryPolicy retries) {
        this.transport = transport;
        this.deadline = deadline;
        this.notifier = notifier;
        this.clock = clock;
        this.apiKey = apiKey;
        this.guards = guards;
        this.journal = journal;
        this.retries = retries;
    }

    /**
     * Makes a call.
     *
     * @param method calls the method of the generated interface that the request is made of
     * @return complete if the work is done on the caller's thread
     */
    <A, R> CompletableFuture<R> call(ApiCalls.Plan<R> plan, RequestMaker<A> requests, Function<A, ?> method) {
        PendingCall<R> pending = pending(plan);
        try {
            pending.send(requests.make(method));
        } catch (Throwable thrown) {
            // Errors too: after running out of memory the caller still has to know whether the request had left.
            pending.broken(thrown);
        }
        return pending;
    }

    private <R> PendingCall<R> pending(ApiCalls.Plan<R> plan) {
        CallOptions options = plan.options();
        int attempts = plan.operation().isRead() ? options.readAttempts().orElse(retries.attempts()) : 1;
        return new PendingCall<>(
                this,
                lastCallId.incrementAndGet(),
                plan,
                retries.begin(attempts, options.deadline().orElse(deadline)));
    }

    /** Makes the generated interface of any API, whose methods return what its codecs read. */
    <T> T api(ApiDescription<T> api, CallOptions options) {
        return FeignApis.of(api, transport.settings().baseUri(), (operation, request, thread) -> {
            PendingCall<Object> pending = pending(ApiCalls.Plan.of(operation, options, thread));
            pending.send(request);
            return pending;
        });
    }

    /** Begins one attempt. The listener hears of it. */
    <R> CallAttempt<R> begin(ApiCalls.Plan<R> plan, Duration within, long callId, int number) {
        Operation operation = plan.operation();
        CallListener.Start start = new CallListener.Start(
                callId,
                number,
                operation.id(),
                operation.isRead(),
                operation.method(),
                transport.settings().baseUri().getHost(),
                plan.accountId(),
                clock.instant());
        Call call = new Call(
                operation.isRead(), plan.accountId(), within, plan.options().headers(), apiKey.of(operation), clock);
        return new CallAttempt<>(plan, call, start, this, journal.write(plan));
    }

    ClearStreetException classify(Operation operation, Call call, Duration elapsed, Throwable thrown) {
        return new OutcomeClassifier(clock, apiKey).of(operation, call, elapsed, thrown);
    }

    /** For the text of a server that is told to others than the caller. */
    String hideKey(String text) {
        return apiKey.hideIn(text);
    }

    CallNotifier notifier() {
        return notifier;
    }

    /** One attempt, from top to bottom. Whatever is thrown on the way ends it, and nothing ends it without being told. */
    void attempt(CallAttempt<?> attempt, Request request) {
        if (attempt.isJournaled() && attempt.plan().thread() == WorkThread.CALLBACK) {
            // The journal waits for a disk or a database, the caller does not.
            transport.callbacks().execute(() -> carryOut(attempt, request));
        } else {
            carryOut(attempt, request);
        }
    }

    private void carryOut(CallAttempt<?> attempt, Request request) {
        try {
            guard(attempt.plan());
            CloseSizeCheck sizeCheck = attempt.plan().sizeCheck();
            if (sizeCheck == null) {
                send(attempt, request);
            } else {
                var unused = sizeCheck
                        .check(attempt.call())
                        .thenRun(() -> send(attempt, request))
                        .exceptionally(refused -> {
                            attempt.end(null, refused);
                            return null;
                        });
            }
        } catch (Throwable thrown) {
            attempt.end(null, thrown);
        }
    }

    private void guard(ApiCalls.Plan<?> plan) {
        if (plan.operation().isRead()) {
            return;
        }
        Optional<String> refusal = guards.refusalOfChange(plan.accountId());
        if (refusal.isEmpty()) {
            refusal = journal.refusal(plan.accountId());
        }
        if (refusal.isPresent()) {
            throw new Guards.RefusedException(refusal.get());
        }
    }

    private void send(CallAttempt<?> attempt, Request request) {
        WorkThread thread = attempt.plan().thread();
        thread.check();
        attempt.writeIntent();
        var unused = transport.send(request, attempt.call(), thread).whenComplete(attempt::responded);
    }

    /** Completes when the time has passed, or earlier if the client is closed. */
    CompletableFuture<Void> sleep(Duration time) {
        return retries.sleeper().sleep(time);
    }

    Guards guards() {
        return guards;
    }

    CallJournal journal() {
        return journal;
    }

    /** The time that a list may take. */
    Pages.Budget budget(CallOptions options) {
        Duration page = options.deadline().orElse(deadline);
        Duration list = options.listDeadline().orElseGet(() -> page.multipliedBy(PAGES_IN_LIST_DEADLINE));
        return new Pages.Budget(page, list, retries.sleeper()::nanoTime);
    }
}
