package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.api.PositionsApiAsync;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.PositionListResponse;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any generated interface over a client has the guarantees of the client, blocking and asynchronous. */
class OtherApiTest {
    private static final long ACCOUNT = 19816;
    private static final ClosePositionsRequest DEFAULT =
            ClosePositionsRequest.builder().build();
    private static final GetPositionsQuery ALL = GetPositionsQuery.builder().build();

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final List<CallListener.End> heard = new CopyOnWriteArrayList<>();

    private enum Form {
        BLOCKING {
            @Override
            Object closePositions(ClearStreet client) {
                return client.api(PositionsApi.API)
                        .closePositions(ACCOUNT, DEFAULT)
                        .data();
            }

            @Override
            PositionListResponse positions(ClearStreet client) {
                return client.api(PositionsApi.API).getPositions(ACCOUNT, ALL);
            }
        },
        ASYNCHRONOUS {
            @Override
            Object closePositions(ClearStreet client) {
                return result(client.api(PositionsApiAsync.API).closePositions(ACCOUNT, DEFAULT))
                        .data();
            }

            @Override
            PositionListResponse positions(ClearStreet client) {
                return result(client.api(PositionsApiAsync.API).getPositions(ACCOUNT, ALL));
            }
        };

        abstract Object closePositions(ClearStreet client);

        abstract PositionListResponse positions(ClearStreet client);

        private static <T> T result(CompletableFuture<T> future) {
            try {
                return future.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof ClearStreetException failure ? failure : e;
            }
        }
    }

    @BeforeEach
    void onePosition() {
        sandbox.account(ACCOUNT).position("GOOG", "25");
    }

    private ClearStreet client(UnaryOperator<ClearStreetBuilder> settings) {
        return settings.apply(VirtualPauses.in(ClearStreet.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl())
                        .listener(heard::add)))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void change_isSentAndReturnsWhatTheSpecificationSays(Form form) {
        try (ClearStreet client = client(settings -> settings)) {
            assertThat((List<?>) form.closePositions(client)).singleElement().isInstanceOf(Order.class);
        }
        assertThat(heard).singleElement().satisfies(end -> {
            assertThat(end.start().operation()).isEqualTo("close_positions");
            assertThat(end.start().accountId()).isEmpty();
            assertThat(end.outcome()).isEqualTo(Outcome.ACCEPTED);
        });
    }

    @ParameterizedTest
    @EnumSource
    void change_whenTheServerDropsIt_isSentOnceAndUnknown(Form form) {
        sandbox.nextCall(Fault.drops());
        try (ClearStreet client = client(settings -> settings)) {
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> form.closePositions(client))
                    .withMessageStartingWith("close_positions has an unknown outcome");
        }
        assertThat(sandbox.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void change_whenTheServerRefuses_isRejected(Form form) {
        sandbox.nextCall(Fault.error(403, "Not yours"));
        try (ClearStreet client = client(settings -> settings)) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> form.closePositions(client))
                    .withMessageContaining("Not yours");
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_isSentAgain(Form form) {
        sandbox.nextCall(Fault.error(503, "Busy"));
        try (ClearStreet client = client(settings -> settings)) {
            assertThat(form.positions(client).data()).hasSize(1);
        }
        assertThat(sandbox.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void change_whenAGuardOrTheJournalNeedsItsAccount_isNotSent(Form form) {
        for (UnaryOperator<ClearStreetBuilder> settings : List.<UnaryOperator<ClearStreetBuilder>>of(
                given -> given.guards(Guards.none().withDryRun(true)),
                given -> given.guards(Guards.none().withAccounts(Set.of(ACCOUNT))),
                given -> given.journal(MemoryJournal.create()))) {
            try (ClearStreet client = client(settings)) {
                assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> form.closePositions(client));
                assertThat(form.positions(client).data()).hasSize(1);
            }
        }
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsOnly("GET");
    }

    @Test
    void apiKeyHeader_carriesTheKeyAsItIs() {
        try (ClearStreet client = client(settings -> settings.apiKeyHeader("X-Api-Key"))) {
            assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> Form.BLOCKING.positions(client));
        }
        assertThat(sandbox.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("Authorization")).isEmpty();
            assertThat(request.headers()).containsKey("x-api-key");
        });
    }

    @Test
    void apiKeyHeader_withAWord_putsItBeforeTheKey() {
        try (ClearStreet client = client(settings -> settings.apiKeyHeader("Authorization", "Bearer"))) {
            assertThat(Form.BLOCKING.positions(client).data()).hasSize(1);
        }
        try (ClearStreet client = client(settings -> settings.apiKeyHeader("Authorization", "Token"))) {
            assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> Form.BLOCKING.positions(client));
        }
    }

    @Test
    void apiKey_ofAScheme_isRefusedWithoutBeingRepeated() {
        for (String key : List.of("", " s3cret", "s3cret\n", "s3cr\u00e9t")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClearStreet.builder().apiKey("Basic", key))
                    .withMessageContaining("not repeated")
                    .withMessageNotContaining("s3cr");
        }
    }

    @Test
    void apiKeyHeader_thatTheClientSetsItself_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClearStreet.builder().apiKeyHeader("Host"));
    }
}
