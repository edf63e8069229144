package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.clearstreet.internal.http.TransportException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureReasonsTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new EOFException(), Reason.DROPPED),
                arguments(new IOException(new ProtocolException("status line")), Reason.NOT_HTTP),
                arguments(new IOException(new NumberFormatException("length")), Reason.NOT_HTTP),
                arguments(new ConnectException("refused"), Reason.CONNECT_FAILED),
                arguments(new HttpConnectTimeoutException("late"), Reason.CONNECT_TIMEOUT),
                arguments(
                        new SSLHandshakeException("bad").initCause(new CertificateException("self-signed")),
                        Reason.UNTRUSTED_CERTIFICATE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void of_namesTheReasonAndUnwrapsTheFailure(Throwable failure, Reason reason) {
        FailureReasons.Finding finding = FailureReasons.of(new CompletionException(failure), false);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.cause()).isSameAs(failure);
        assertThat(FailureReasons.of(failure, false)).isEqualTo(finding);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void of_whenTheHeadHadArrived_isATruncatedAnswer(Throwable failure) {
        assertThat(FailureReasons.of(failure, true).reason()).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void of_aCompletionThatHasNoCause_isThatItself() {
        CompletionException bare = new CompletionException("bare", null);

        assertThat(FailureReasons.of(bare, false).cause()).isSameAs(bare);
    }

    @Test
    void of_causesInACircle_ends() {
        IOException one = new IOException("one");
        one.initCause(new IOException("other", one));

        assertThat(FailureReasons.of(one, false).reason()).isEqualTo(Reason.DROPPED);
    }

    @Test
    void of_looksOnlySoFarDown() {
        Throwable deep = new ConnectException("refused");
        for (int i = 1; i < 20; i++) {
            deep = new IOException(deep);
        }

        assertThat(FailureReasons.of(deep, false).reason()).isEqualTo(Reason.CONNECT_FAILED);
        assertThat(FailureReasons.of(new IOException(deep), false).reason()).isEqualTo(Reason.DROPPED);
    }
}
