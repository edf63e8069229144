package io.github.clearstreet.internal.http;

import feign.Request.HttpMethod;
import io.github.clearstreet.internal.http.TransportException.Kind;
import io.github.clearstreet.internal.http.TransportException.Reason;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The record of one logical call: what the caller wants, and what is known so far about how it went.
 *
 * <p>A call can be sent once: a second attempt to send it is an
 * {@link IllegalStateException} and sends nothing. Thread-safe. The facts can be read at any time, during the call too.
 */
public final class Call {
    private final boolean isRead;
    private final OptionalLong accountId;
    private final Duration deadline;
    private final Map<String, String> headers;
    private final Credentials credentials;
    private final Clock clock;
    private final long startNanos = System.nanoTime();

    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile @Nullable Instant sentAt;
    private volatile @Nullable HttpHeaders responseHeaders;
    private volatile int status;
    private volatile byte @Nullable [] body;
    private volatile int requestBytes;
    private volatile int bytesReceived;
    private volatile @Nullable Runnable lastCheck;

    private final Object cancelLock = new Object();
    private boolean cancelled;
    private @Nullable Runnable onCancel;

    /**
     * @param isRead true if it changes nothing; such a call can travel as a GET or HEAD only, because it may have a successor
     * @param accountId the account that the call is about, if it is about one
     * @param deadline the longest time for connect, headers and the whole body together; more than zero
     * @param headers extra request headers in the order to send, already accepted by {@link RequestHeaders}
     * @param credentials what shows the key
     * @param clock gives {@link #sentAt()}
     */
    public Call(
            boolean isRead,
            OptionalLong accountId,
            Duration deadline,
            Map<String, String> headers,
            Credentials credentials,
            Clock clock) {
        this.isRead = isRead;
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("The deadline must be more than zero.");
        }
        this.accountId = Objects.requireNonNull(accountId, "accountId");
        this.deadline = deadline;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** The account that the call is about, if it is about one. */
    public OptionalLong accountId() {
        return accountId;
    }

    /** The longest time for connect, headers and the whole body together. */
    public Duration deadline() {
        return deadline;
    }

    /** What is left of the deadline; never zero. */
    public Duration remaining() {
        Duration remaining = deadline.minusNanos(System.nanoTime() - startNanos);
        return remaining.isNegative() || remaining.isZero() ? Duration.ofNanos(1) : remaining;
    }

    /**
     * Ends reading when nobody waits for it.
     *
     * @throws TransportException if the call was cancelled or its deadline has passed, so that reading on is of no use
     */
    void checkpoint() {
        boolean given;
        synchronized (cancelLock) {
            given = cancelled;
        }
        if (given || System.nanoTime() - startNanos > TimeUnit.NANOSECONDS.convert(deadline)) {
            Reason reason = given ? Reason.CANCELLED : Reason.DEADLINE;
            throw new TransportException(Kind.UNKNOWN, reason, null);
        }
    }

    /** Extra request headers, in the order to send. Unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    /** When the first byte of the request was about to leave. Empty as long as nothing left. */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** False as long as it is certain that no byte of the request has left. */
    public boolean requestMayHaveLeft() {
        return sentAt != null;
    }

    /** The HTTP status of the response. Empty as long as no response has begun. */
    public OptionalInt status() {
        return responseHeaders == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The headers of the response. Empty as long as no response has begun. */
    public Optional<HttpHeaders> responseHeaders() {
        return Optional.ofNullable(responseHeaders);
    }

    /** The id that the headers of the response give the request. */
    public Optional<String> requestId() {
        return responseHeaders().flatMap(all -> all.firstValue("x-request-id"));
    }

    /** The server's clock when it answered. Empty when the response has no readable Date. */
    public Optional<Instant> serverTime() {
        return responseHeaders()
                .flatMap(all -> all.firstValue("date"))
                .flatMap(text -> HttpDate.parse(text, clock.instant()));
    }

    /**
     * The first bytes of the body, read as UTF-8; at most {@value ResponseBody#KEPT_BYTES} bytes. Empty when no body arrived
     * and after {@link #forgetBody()}.
     */
    public Optional<String> body() {
        byte[] kept = body;
        return kept == null || kept.length == 0
                ? Optional.empty()
                : Optional.of(
                        new String(kept, 0, Math.min(kept.length, ResponseBody.KEPT_BYTES), StandardCharsets.UTF_8));
    }

    /** Lets go of the body, which may be large, once nobody will have to explain it. */
    public void forgetBody() {
        body = null;
    }

    /**
     * Ends the call at once. Before it is sent: it will not be sent. After: the connection is closed and the outcome is
     * unknown. Does nothing when the call has ended.
     */
    public void cancel() {
        Runnable action;
        synchronized (cancelLock) {
            cancelled = true;
            action = onCancel;
        }
        if (action != null) {
            action.run();
        }
    }

    /**
     * Sets what runs in the last moment before the first byte leaves, on a thread that must not wait. What it throws keeps
     * the request here.
     */
    public void checkLast(Runnable check) {
        lastCheck = check;
    }

    void checkNow() {
        Runnable check = lastCheck;
        if (check != null) {
            check.run();
        }
    }

    Credentials credentials() {
        return credentials;
    }

    boolean isRead() {
        return isRead;
    }

    /**
     * Checks that the method fits the kind of call.
     *
     * @throws IllegalStateException if this kind of call must not be sent with the method
     */
    void check(HttpMethod method) {
        if (isRead && method != HttpMethod.GET && method != HttpMethod.HEAD) {
            throw new IllegalStateException(
                    "A read must be a GET, because it may be sent again. " + method + " was not sent.");
        }
    }

    /** Takes the call for sending, once. */
    void begin() {
        if (!begun.compareAndSet(false, true)) {
            throw new IllegalStateException("This call was sent before; it must not be sent again.");
        }
    }

    /** Sets what {@link #cancel()} does; does it at once if the call is cancelled already. */
    void onCancel(Runnable action) {
        boolean now;
        synchronized (cancelLock) {
            onCancel = action;
            now = cancelled;
        }
        if (now) {
            action.run();
        }
    }

    /** A call that has its response already: for values without a server. */
    public static Call answered(int status, HttpHeaders headers, OptionalLong accountId, Clock clock) {
        Call call = new Call(false, accountId, Duration.ofSeconds(1), Map.of(), Credentials.NONE, clock);
        call.leaving();
        call.responded(status, headers);
        return call;
    }

    /** Notes that the request is about to leave. */
    void leaving() {
        sentAt = clock.instant();
    }

    /** Notes that it cannot be kept back any more, even if it is not noted yet that it leaves: it does so at this moment. */
    void mayHaveLeft() {
        if (sentAt == null) {
            sentAt = clock.instant();
        }
    }

    /** Notes that what seemed to leave did not. */
    void neverLeft() {
        sentAt = null;
    }

    /** Notes the head of a response. */
    void responded(int responseStatus, HttpHeaders headersOfResponse) {
        status = responseStatus;
        responseHeaders = headersOfResponse;
    }

    /** Keeps the body, or its beginning. */
    void keepBody(byte[] kept, int received) {
        bytesReceived = received;
        body = kept;
    }

    /** The size of the request's body; zero as long as nothing left. */
    public long bytesSent() {
        return requestMayHaveLeft() ? requestBytes : 0;
    }

    /** The size of the response's body as far as it was read. */
    public long bytesReceived() {
        return bytesReceived;
    }

    void sends(int bytes) {
        requestBytes = bytes;
    }

    /** Notes the end of the exchange: there is nothing left to cancel. */
    void end() {
        synchronized (cancelLock) {
            onCancel = null;
        }
    }

    /** Holds no header, since a header can be a secret. */
    @Override
    public String toString() {
        return "Call[accountId=" + (accountId.isPresent() ? accountId.getAsLong() : "none") + ", deadline=" + deadline
                + ", sent=" + requestMayHaveLeft() + ", status=" + (responseHeaders == null ? "none" : status) + "]";
    }
}
