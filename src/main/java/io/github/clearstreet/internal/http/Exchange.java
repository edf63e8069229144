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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response. The only place that sends.
 *
 * <p>The outcome is decided once: by the end of the response, by a failure or by {@link #abort}. Whoever decides first wins,
 * and the rest is thrown away.
 */
final class Exchange
        implements HttpResponse.BodyHandler<Void>, BiConsumer<HttpResponse<Void>, Throwable>, ResponseBody.Listener {
    /** What servers write that mean none; some confuse the encoding with the character set. */
    private static final Set<String> NO_ENCODINGS = Set.of("", "identity", "none", "utf-8", "utf8");

    private final Call call;
    private final OneShotBody body;
    private final TransportSettings settings;
    private final HttpRequest request;
    private final HttpClients clients;
    /** Taken by the first who decides, before anything of the response is. */
    private final AtomicBoolean decided = new AtomicBoolean();

    private final CompletableFuture<ReceivedResponse> outcome = new CompletableFuture<>();
    private volatile @Nullable ResponseBody responseBody;
    private volatile int status;
    private volatile @Nullable CompletableFuture<HttpResponse<Void>> sending;
    private volatile @Nullable HttpClient client;
    private volatile boolean readToTheEnd;

    Exchange(Call call, OneShotBody body, HttpRequest request, TransportSettings settings, HttpClients clients) {
        this.request = request;
        this.clients = clients;
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

    /** Sends the request, unless the outcome is decided already. */
    void send() {
        if (decided.get()) {
            return;
        }
        try {
            HttpClient http = client();
            CompletableFuture<HttpResponse<Void>> sent = http.sendAsync(request, this);
            sending = sent;
            CompletableFuture<?> unused = sent.whenComplete(this);
        } catch (RuntimeException | Error failure) {
            failed(failure);
        }
        if (outcome.isDone()) {
            stopSending();
        }
    }

    private HttpClient client() {
        HttpClient http = call.isRead() ? clients.forRead() : clients.forChange();
        client = http;
        if (!call.isRead()) {
            CompletableFuture<ReceivedResponse> unused =
                    outcome.whenComplete((response, failure) -> clients.changeEnded());
        }
        return http;
    }

    /** Ends the exchange at once. Does nothing when the outcome is decided. */
    void abort(Reason reason) {
        end(reason, null);
    }

    /** How java.net.http says that it is done with the request, if at all: see {@link #stopSending}. */
    @Override
    public void accept(@Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
        if (failure != null) {
            failed(failure);
        } else if (response != null && responseBody == null) {
            tunnelRefused(response);
        }
    }

    /** Begins to read the response. */
    @Override
    public BodySubscriber<Void> apply(HttpResponse.ResponseInfo head) {
        status = head.statusCode();
        boolean success = ReceivedResponse.isSuccess(status);
        long maxResponseBytes = settings.maxResponseBytes();
        long declared = head.headers().firstValueAsLong("Content-Length").orElse(-1);
        ResponseBody reader = new ResponseBody(
                (int) Math.min(success ? maxResponseBytes : ResponseBody.KEPT_BYTES, Integer.MAX_VALUE - 8),
                declared,
                this);
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

    @Override
    public void full() {
        end(Reason.TOO_LARGE, null);
    }

    @Override
    public void ended() {
        ResponseBody reader = responseBody;
        if (reader != null && decided.compareAndSet(false, true)) {
            try {
                readToTheEnd = true;
                decide(reader);
            } finally {
                leaveUndecided();
            }
        }
    }

    @Override
    public void failed(Throwable failure) {
        if (decided.get()) {
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
        if (!decided.compareAndSet(false, true)) {
            return;
        }
        try {
            endFirst(reason, cause);
        } finally {
            leaveUndecided();
        }
    }

    /** Without memory nothing was decided: the deadline still can. */
    private void leaveUndecided() {
        if (!outcome.isDone()) {
            decided.set(false);
        }
    }

    private void endFirst(Reason reason, @Nullable Throwable cause) {
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
        if (clients.usesProxy(request.uri())) {
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
        if (outcome.isDone()) {
            client = null; // the connection holds this, and a client that is held never ends
        }
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
