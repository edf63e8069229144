package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What arrived before a call failed is in the exception: it may be all that is known of orders that exist. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeptAnswerTest {
    @Test
    void closePositions_whenTheAnswerIsCut_keepsItsBeginning() {
        String beginning = "{\"data\":[{\"id\":\"order-1\"";
        try (FaultServer server =
                new FaultServer((c, r, n) -> c.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + beginning)
                        .close())) {
            OutcomeUnknownException e = failure(
                    OutcomeUnknownException.class, Caller.settings(server.uri()).build());

            assertThat(e.status()).hasValue(200);
            assertThat(e.rawBody()).contains(beginning);
        }
    }

    @Test
    void closePositions_whenTheProxyWantsAPassword_tellsItsStatus() {
        try (FaultServer proxy = new FaultServer((c, r, n) -> c.sendAnswer(407, "Proxy-Authenticate: Basic\r\n", ""))) {
            InetSocketAddress address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), proxy.uri().getPort());
            NotSentException e = failure(
                    NotSentException.class,
                    Caller.settings(URI.create("https://api.invalid"))
                            .proxy(ProxySelector.of(address))
                            .build());

            assertThat(e.status()).hasValue(407);
        }
    }

    private static <E extends ClearStreetException> E failure(Class<E> kind, ClearStreet client) {
        try (client) {
            return catchThrowableOfType(kind, () -> client.positions().closePositions(Caller.ACCOUNT));
        }
    }
}
