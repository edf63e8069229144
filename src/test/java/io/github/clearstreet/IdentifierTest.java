package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No identifier can widen a request: without its last segment, the address of one is the address of all. */
class IdentifierTest {
    private static final long ACCOUNT = 19816;

    private final Sandbox sandbox = Sandbox.start();
    private final ClearStreet clearStreet = ClearStreet.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .build();
    private final List<Consumer<String>> operations = List.of(
            id -> clearStreet.positions().closePosition(ACCOUNT, id),
            id -> clearStreet
                    .positions()
                    .closePosition(ACCOUNT, id, ClosePositionsRequest.builder().build()),
            id -> clearStreet.positions().async().closePosition(ACCOUNT, id).join(),
            id -> clearStreet.orders().getOrderById(ACCOUNT, id),
            id -> clearStreet.orders().async().getOrderById(ACCOUNT, id).join(),
            id -> clearStreet.orders().cancelOpenOrder(ACCOUNT, id),
            id -> clearStreet.orders().async().cancelOpenOrder(ACCOUNT, id).join());

    @AfterEach
    void stop() {
        clearStreet.close();
        sandbox.close();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", " ", "\t", "\u2003", ".", "..", " . ", "/", "//", "\\", "?", "#", ";", "./", "../", "/..", "a/..",
                "a/../b", "..\\", ".;a", "%2e", "%2E%2e", "%2F", "%00", "a%2f..", "%252e", "GOOG\n", "\u0000", "?a",
                "#GOOG", " ?x=1", "??"
            })
    void identifier_thatCouldLeadElsewhere_isRefusedBeforeSending(String id) {
        for (Consumer<String> operation : operations) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> operation.accept(id))
                    .withMessageMatching("(instrumentId|orderId) must not .*");
        }
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BRK/A                 | BRK%2FA
                    /ES                   | %2FES
                    50%off                | 50%25off
                    a b                   | a%20b
                    a+b                   | a%2Bb
                    x?all=true#y          | x%3Fall%3Dtrue%23y
                    ...                   | ...
                    GOOG  251219C00250000 | GOOG%20%20251219C00250000
                    ü                     | %C3%BC
                    """)
    void identifier_withOddCharacters_staysOneSegment(String id, String segment) {
        sandbox.account(ACCOUNT).position("GOOG", "25");

        for (Consumer<String> operation : operations) {
            try {
                operation.accept(id);
            } catch (RuntimeException unknownIdentifier) {
                // What matters is where it went.
            }
        }

        assertThat(sandbox.requests())
                .hasSize(operations.size())
                .extracting(SandboxRequest::path)
                .allMatch(path -> path.matches("/v1/accounts/19816/(positions|orders)/[^/]+"))
                .allMatch(path -> path.endsWith("/" + segment));
        assertThat(sandbox.account(ACCOUNT).positions()).hasSize(1);
        assertThat(sandbox.account(ACCOUNT).orders()).isEmpty();
    }
}
