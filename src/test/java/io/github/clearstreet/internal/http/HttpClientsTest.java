package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which connections a request may meet. A client of java.net.http has connections of its own. */
class HttpClientsTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final HttpClients clients =
            new HttpClients(HttpTransportTest.settings(URI.create("http://127.0.0.1:9"), "key"), nanos::get, null);

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void change_aMomentAfterAnother_mayUseItsConnection() {
        HttpClient first = change();
        pass(299);

        assertThat(change()).isSameAs(first);
    }

    @Test
    void change_afterAPause_hasAFreshConnection() {
        HttpClient first = change();
        pass(301);

        assertThat(change()).isNotSameAs(first);
    }

    @Test
    void change_besideOthers_neverMeetsAConnectionThatWasIdleForLong() {
        HttpClient first = clients.forChange();
        HttpClient second = clients.forChange();
        assertThat(second).isSameAs(first);
        clients.changeEnded();
        clients.changeEnded();
        for (int i = 0; i < 2; i++) {
            pass(200);
            change();
        }

        assertThat(change()).isNotSameAs(first);
    }

    @Test
    void read_afterAPause_mayUseAnOldConnection() {
        HttpClient first = clients.forRead();
        pass(60_000);

        assertThat(clients.forRead()).isSameAs(first).isNotSameAs(change());
    }

    @Test
    void client_whenItsThreadHasDied_isReplaced() throws InterruptedException {
        HttpClient reading = clients.forRead();
        HttpClient changing = change();
        DeadSelector.kill(reading);
        DeadSelector.kill(changing);

        assertThat(clients.forRead()).isNotSameAs(reading);
        assertThat(change()).isNotSameAs(changing);
    }

    private HttpClient change() {
        HttpClient client = clients.forChange();
        clients.changeEnded();
        return client;
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
