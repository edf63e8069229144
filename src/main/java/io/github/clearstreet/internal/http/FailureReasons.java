package io.github.clearstreet.internal.http;

import io.github.clearstreet.internal.http.TransportException.Reason;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names the reason of a failure in java.net.http. Whether the request left is not decided here. */
final class FailureReasons {
    private static final int MAX_CAUSES = 20;
    // The words of the JDK.
    private static final String TUNNEL_FAILED = "Tunnel failed, got:";

    private static final String BODY_OF_204 = "unexpected content length header with 204 response";

    private FailureReasons() {}

    record Finding(Reason reason, Throwable cause) {}

    static Finding of(Throwable failure, boolean headArrived) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return new Finding(reason(cause, headArrived), cause);
    }

    private static Reason reason(Throwable cause, boolean headArrived) {
        if (headArrived) {
            return Reason.TRUNCATED;
        }
        if (has(cause, HttpConnectTimeoutException.class)) {
            return Reason.CONNECT_TIMEOUT;
        }
        if (has(cause, CertificateException.class)) {
            return Reason.UNTRUSTED_CERTIFICATE;
        }
        if (has(cause, ConnectException.class)) {
            return Reason.CONNECT_FAILED;
        }
        if (String.valueOf(cause.getMessage()).startsWith(TUNNEL_FAILED)) {
            return Reason.PROXY_REFUSED;
        }
        if (has(cause, SSLException.class)) {
            return Reason.TLS_FAILED;
        }
        return isProtocolError(cause) ? Reason.NOT_HTTP : Reason.DROPPED;
    }

    /** The status that a proxy answered instead of opening a tunnel; zero if it is not that. */
    static int tunnelStatus(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        String digits = message.startsWith(TUNNEL_FAILED)
                ? message.substring(TUNNEL_FAILED.length()).strip()
                : "";
        return digits.matches("[1-9][0-9]{2}") ? Integer.parseInt(digits) : 0;
    }

    private static boolean isProtocolError(Throwable failure) {
        return has(failure, ProtocolException.class)
                || has(failure, NumberFormatException.class)
                || String.valueOf(failure.getMessage()).startsWith(BODY_OF_204);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        @Nullable Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
