package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static io.github.clearstreet.sandbox.Caller.onlyOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
    @Test
    void start_listensOnLoopbackOnAPortOfItsOwn() throws Exception {
        try (Sandbox one = Sandbox.start();
                Sandbox two = Sandbox.start()) {
            assertThat(InetAddress.getByName(one.baseUrl().getHost()).isLoopbackAddress())
                    .isTrue();
            assertThat(one.baseUrl()).hasScheme("http").hasPath("").isNotEqualTo(two.baseUrl());
            assertThat(one.apiKey()).matches("[^.]+\\.[^.]+");
            assertThat(one).hasToString("Sandbox at " + one.baseUrl());
        }
    }

    @Test
    void start_usesDaemonThreadsOnly() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Sandbox sandbox = Sandbox.start()) {
            new Caller(sandbox).close();

            List<Thread> ours = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread))
                    .filter(thread -> thread.getName().matches("clearstreet-sandbox.*|HTTP-Dispatcher"))
                    .toList();
            assertThat(ours).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    @Test
    void close_stopsListening_andASecondCloseDoesNothing() throws Exception {
        Sandbox sandbox = Sandbox.start();
        Caller caller = new Caller(sandbox);
        caller.close();

        sandbox.close();
        sandbox.close();

        assertThatThrownBy(caller::close).isInstanceOf(IOException.class);
    }

    @Test
    void twoSandboxes_ofOneBuilder_giveTheSameIdsAndShareNothing() throws Exception {
        SandboxBuilder builder = Sandbox.builder();
        try (Sandbox one = builder.start();
                Sandbox two = builder.start()) {
            one.account(ACCOUNT).position("GOOG", "1");
            two.account(ACCOUNT).position("GOOG", "2");

            var first = onlyOrder(new Caller(one).close());
            var second = onlyOrder(new Caller(two).close());

            assertThat(first.path("id")).isEqualTo(second.path("id"));
            assertThat(first.path("quantity").textValue()).isEqualTo("1");
            assertThat(second.path("quantity").textValue()).isEqualTo("2");
        }
    }

    @Test
    void orderIds_comeFromTheGivenSource() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().orderIds(() -> "order-1").start()) {
            sandbox.account(ACCOUNT).position("GOOG", "1");
            Caller caller = new Caller(sandbox);

            assertThat(onlyOrder(caller.close()).path("id").textValue()).isEqualTo("order-1");
            assertThat(caller.close().body()).contains("gave order-1 twice");
        }
    }

    @Test
    void reset_forgetsEverythingButAddressAndKey() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Caller caller = new Caller(sandbox);
            sandbox.account(ACCOUNT).position(SandboxInstrument.stock("GOOG").withVenue("XXXX"), "25");
            sandbox.customizeResponses((request, answer) -> answer.withStatus(299));
            caller.close();
            sandbox.nextCall(Fault.drops());

            sandbox.reset();

            assertThat(sandbox.requests()).isEmpty();
            assertThat(caller.close().statusCode()).isEqualTo(404);
            sandbox.account(ACCOUNT).position("GOOG", "1");
            assertThat(onlyOrder(caller.close()).path("venue").textValue()).isEqualTo("XNMS");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void account_withoutAPositiveNumber_isRefused(long id) throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThatThrownBy(() -> sandbox.account(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void accounts_shareInstrumentsButNotPositions() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.instrument(SandboxInstrument.stock("ACME").withType("INDEX"));
            sandbox.account(1).position("ACME", "1");
            sandbox.account(2);

            assertThat(sandbox.account(1).positions())
                    .extracting(position -> position.instrument().type())
                    .containsExactly("INDEX");
            assertThat(sandbox.account(2).positions()).isEmpty();
        }
    }

    @Test
    void concurrentCalls_areEachExecutedOnce() throws Exception {
        int calls = 40;
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "1");
            Caller caller = new Caller(sandbox);

            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                answers.add(caller.closeLater());
            }
            Set<String> ids = answers.stream()
                    .map(answer -> json(answer.join()).at("/data/0/id").textValue())
                    .collect(Collectors.toSet());
            account.fillAll();

            assertThat(ids).hasSize(calls);
            assertThat(account.orders()).hasSize(calls);
            assertThat(sandbox.requests())
                    .hasSize(calls)
                    .extracting(SandboxRequest::requestId)
                    .doesNotHaveDuplicates();
            assertThat(account.positions())
                    .extracting(position -> position.quantity().intValueExact())
                    .containsExactly(1 - calls);
        }
    }

    @Test
    void fillsAndCloses_onTwoThreads_keepTheLedgerConsistent() throws Exception {
        int rounds = 100;
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "1");
            Caller caller = new Caller(sandbox);

            CompletableFuture<Void> filling = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < rounds; i++) {
                    account.fillAll();
                }
            });
            for (int i = 0; i < rounds; i++) {
                assertThat(caller.close().statusCode()).isEqualTo(200);
            }
            filling.get(30, TimeUnit.SECONDS);
            account.fillAll();

            int bought = account.orders().stream()
                    .mapToInt(order -> (order.side().equals("BUY") ? 1 : -1)
                            * order.filledQuantity().intValueExact())
                    .sum();
            int held = account.positions().stream()
                    .mapToInt(position -> position.quantity().intValueExact())
                    .sum();
            assertThat(held).isEqualTo(1 + bought);
            assertThat(account.orders()).allMatch(order -> order.status().equals("FILLED"));
        }
    }
}
