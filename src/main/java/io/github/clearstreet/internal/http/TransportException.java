package io.github.clearstreet.internal.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says that a call ended without a readable response, and whether its request can have left this machine.
 *
 * <p>The message is one line and holds no header, no body and no key.
 */
public final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is certain about the request. */
    public enum Kind {
        /** No byte of the request has left, and none will. */
        NOT_SENT,
        /** The request may have been carried out. */
        UNKNOWN
    }

    /** Why the call ended. */
    public enum Reason {
        /** {@link Call#cancel()} was called. */
        CANCELLED("the call was cancelled"),
        /** The transport was closed before or during the call. */
        CLOSED("the client was closed"),
        /** The calling thread was interrupted before or during the call. */
        INTERRUPTED("the calling thread was interrupted"),
        /** No connection could be made: refused, unreachable, unknown host. */
        CONNECT_FAILED("could not connect to the server"),
        /** No connection was made within the connect timeout. */
        CONNECT_TIMEOUT("could not connect to the server within the connect timeout"),
        /** The certificate of the server is not trusted. */
        UNTRUSTED_CERTIFICATE("the certificate of the server is not trusted; check the base URL and the SSLContext"),
        /** The proxy answered instead of opening a tunnel to the server. */
        PROXY_REFUSED("the proxy did not connect to the server"),
        /** No connection to the proxy could be made. */
        PROXY_UNREACHABLE("could not connect to the proxy"),
        /** The TLS handshake with the server failed, or ended early. */
        TLS_FAILED("the TLS handshake with the server failed"),
        /** The deadline passed before the whole response arrived. */
        DEADLINE("the deadline passed before the whole response arrived"),
        /** The connection ended before the headers of a response arrived. */
        DROPPED("the connection ended before a response arrived"),
        /** The connection ended inside the body of the response. */
        TRUNCATED("the connection ended in the middle of the response"),
        /** The response is larger than the response limit. */
        TOO_LARGE("the response is larger than its limit"),
        /** What arrived is not HTTP. */
        NOT_HTTP("what arrived is not an HTTP response"),
        /** The response has a Content-Encoding, or a Transfer-Encoding beside chunked, which was not asked for. */
        ENCODED("the response has an encoding that was not asked for"),
        /** The response has a success status and no body. */
        EMPTY("the response has no body"),
        /** The body of the response is not the JSON that was expected. */
        UNREADABLE("the body of the response could not be read");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** Part of a sentence, for a message. */
        public String text() {
            return text;
        }
    }

    private final Kind kind;
    private final Reason reason;

    TransportException(Kind kind, Reason reason, @Nullable Throwable cause) {
        super((kind == Kind.NOT_SENT ? "Not sent: " : "Outcome unknown: ") + reason.text(), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Gives up a call. Whether it had left is for its {@link Call} to say. */
    public static TransportException cancelled(Call call) {
        Kind kind = call.requestMayHaveLeft() ? Kind.UNKNOWN : Kind.NOT_SENT;
        return new TransportException(kind, Reason.CANCELLED, null);
    }

    /** What is certain about the request. */
    public Kind kind() {
        return kind;
    }

    /** Why the call ended. */
    public Reason reason() {
        return reason;
    }
}
