package io.github.clearstreet.internal.http;

import io.github.clearstreet.internal.http.TransportException.Kind;
import io.github.clearstreet.internal.http.TransportException.Reason;
import io.github.clearstreet.runtime.json.ByteChunks;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response. The only place that sends.
 *
 * <p>The outcome is decided once: by the end of the response, by a failure or by {@link #abort}. Whoever decides first wins,
 * and the rest is thrown away.
 */
final class Exchange {
    /** What servers write that mean none; some confuse the encoding with the character set. */
    private static final Set<String> NO_ENCODINGS = Set.of("", "identity", "none", "utf-8", "utf8");

    private final Call call;
    private final OneShotBody body;
    private final TransportSettings settings;
    private final BooleanSupplier viaProxy;
    private final CompletableFuture<ReceivedResponse> outcome = new CompletableFuture<>();
    private volatile @Nullable ResponseBody responseBody;
    private volatile int status;
    private volatile @Nullable CompletableFuture<HttpResponse<Void>> sending;
    private volatile @Nullable HttpClient client;
    private volatile boolean readToTheEnd;

    /** @param viaProxy whether the request goes through a proxy; asked only if it failed */
    Exchange(Call call, OneShotBody body, TransportSettings settings, BooleanSupplier viaProxy) {
        this.viaProxy = viaProxy;
        this.call = call;
        this.body = body;
        this.settings = settings;
    }

    /**
     * How the exchange ended. Completes on a thread of the HTTP client or on the one that aborted, so nothing that is not
     * short may depend on it directly.
     */
    CompletableFuture<ReceivedResponse> outcome() {
        return outcome;
    }

    /** Runs the short action when the outcome is decided, or at once if it is. */
    void whenDecided(Runnable action) {
        CompletableFuture<ReceivedResponse> unused = outcome.whenComplete((response, failure) -> action.run());
    }

    /** Sends the request, unless the outcome is decided already. */
    void send(HttpClient http, HttpRequest request) {
        if (outcome.isDone()) {
            return;
        }
        client = http;
        try {
            CompletableFuture<HttpResponse<Void>> sent = http.sendAsync(request, this::readResponse);
            sending = sent;
            CompletableFuture<?> unused = sent.whenComplete((response, failure) -> {
                if (failure != null) {
                    fail(failure);
                } else if (responseBody == null) {
                    tunnelRefused(response);
                }
            });
        } catch (RuntimeException | Error failure) {
            fail(failure);
        }
        if (outcome.isDone()) {
            stopSending();
        }
    }

    /** Ends the exchange at once. Does nothing when the outcome is decided. */
    void abort(Reason reason) {
        end(reason, null);
    }

    private BodySubscriber<Void> readResponse(HttpResponse.ResponseInfo head) {
        status = head.statusCode();
        boolean success = ReceivedResponse.isSuccess(status);
        long maxResponseBytes = settings.maxResponseBytes();
        long declared = head.headers().firstValueAsLong("Content-Length").orElse(-1);
        ResponseBody reader = new ResponseBody(
                (int) Math.min(success ? maxResponseBytes : ResponseBody.KEPT_BYTES, Integer.MAX_VALUE - 8),
                declared,
                this::readWhole,
                () -> end(Reason.TOO_LARGE, null),
                this::fail);
        call.responded(status, settings.apiKey().hideIn(head.headers()));
        responseBody = reader;
        if (success && declared > maxResponseBytes) {
            end(Reason.TOO_LARGE, null);
        } else if (success && isEncoded(head) || isFramedOtherwise(head)) {
            end(Reason.ENCODED, null);
        }
        return reader;
    }

    /** Java makes a response without a body from a 407 to the request for a tunnel; the request itself is still here. */
    private void tunnelRefused(HttpResponse<Void> response) {
        call.responded(response.statusCode(), settings.apiKey().hideIn(response.headers()));
        end(Reason.PROXY_REFUSED, null);
    }

    private static boolean isEncoded(HttpResponse.ResponseInfo head) {
        for (String line : head.headers().allValues("Content-Encoding")) {
            for (String value : line.split(",", -1)) {
                if (!NO_ENCODINGS.contains(value.strip().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Java.net.http knows no transfer coding but this one, and would wait for a body until the deadline. */
    private static boolean isFramedOtherwise(HttpResponse.ResponseInfo head) {
        List<String> codings = head.headers().allValues("Transfer-Encoding");
        if (codings.isEmpty()) {
            return false;
        }
        String coding = String.join(",", codings).strip().toLowerCase(Locale.ROOT);
        boolean hasLength = head.headers().firstValue("Content-Length").isPresent();
        return !coding.equals("chunked") && !(coding.equals("identity") && hasLength);
    }

    private void readWhole() {
        ResponseBody reader = responseBody;
        if (reader != null) {
            readToTheEnd = true;
            decide(reader);
        }
    }

    private void fail(Throwable failure) {
        if (outcome.isDone()) {
            return;
        }
        FailureReasons.Finding finding = FailureReasons.of(failure, responseBody != null);
        int tunnelStatus = FailureReasons.tunnelStatus(finding.cause());
        if (tunnelStatus != 0) {
            call.responded(tunnelStatus, HttpHeaders.of(Map.of(), (name, value) -> true));
        }
        end(finding.reason(), finding.cause());
    }

    private void end(Reason reason, @Nullable Throwable cause) {
        if (outcome.isDone()) {
            return;
        }
        boolean notSent = body.seal() || (reason == Reason.TLS_FAILED && handshakeNeverEnded());
        ResponseBody reader = responseBody;
        if (reader != null && !ReceivedResponse.isSuccess(status)) {
            // The status of an error is the outcome; how much of its body arrived does not change it.
            decide(reader);
            return;
        }
        if (reader != null) {
            byte[] beginning = reader.beginning();
            call.keepBody(beginning, beginning.length);
            ByteChunks unused = reader.take();
        }
        if (notSent) {
            call.neverLeft();
        } else {
            call.mayHaveLeft();
        }
        call.end();
        Reason why = notSent ? beforeLeaving(reason) : reason;
        outcome.completeExceptionally(new TransportException(notSent ? Kind.NOT_SENT : Kind.UNKNOWN, why, cause));
        stopSending();
    }

    /** Java.net.http takes the request even when the server has hung up within the handshake; it goes no further then. */
    private boolean handshakeNeverEnded() {
        HttpClient http = client;
        return http != null && WatchedTls.nothingLeft(http);
    }

    /** Whatever broke a connection before the request left, it is a connection that could not be made. */
    private Reason beforeLeaving(Reason reason) {
        boolean broken = reason == Reason.DROPPED || reason == Reason.NOT_HTTP;
        if (viaProxy.getAsBoolean()) {
            return broken ? Reason.PROXY_REFUSED : reason == Reason.CONNECT_FAILED ? Reason.PROXY_UNREACHABLE : reason;
        }
        return broken ? Reason.CONNECT_FAILED : reason;
    }

    private void decide(ResponseBody reader) {
        ByteChunks bytes = reader.take();
        call.keepBody(bytes.chunk(0), bytes.length());
        call.end();
        outcome.complete(new ReceivedResponse(status, mediaType(), bytes, settings.apiKey()));
        stopSending();
    }

    private String mediaType() {
        return call.responseHeaders()
                .flatMap(headers -> headers.firstValue("Content-Type"))
                .orElse("");
    }

    private void stopSending() {
        CompletableFuture<HttpResponse<Void>> sent = sending;
        if (sent == null) {
            return;
        }
        if (readToTheEnd) {
            // Saves the hop to another thread that java.net.http makes for whoever waits for this future: two thirds of
            // the CPU of a small call on two cores, where it starts a thread for each. Not cancelled: that would make
            // two exceptions, each with the stack of the thread that reads.
            sent.complete(null);
        } else {
            // A derived future ends the exchange even when this one has failed: without it java.net.http keeps the
            // connection of a response whose headers are too long.
            sent.newIncompleteFuture().cancel(true);
            sent.cancel(false);
        }
    }
}
