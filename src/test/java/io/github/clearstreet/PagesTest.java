package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.http.Credentials;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.model.ResponseMetadata;
import io.github.clearstreet.model.SortDirection;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {
    private static final long ACCOUNT = 19816;
    private static final String ODD_TOKEN = "a+b/c=%2F,d&page_size=9 ü";

    private final Sandbox sandbox = Sandbox.start();
    private final ClearStreet clearStreet = VirtualPauses.in(
                    ClearStreet.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()))
            .build();
    private final Positions positions = clearStreet.positions();

    @AfterEach
    void stop() {
        clearStreet.close();
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void iterator_overThreePages_givesEveryElementOnce(CallStyle style) {
        holdFive();

        assertThat(style.positions(clearStreet).getPositions(ACCOUNT, inTwos()))
                .extracting(Position::symbol)
                .containsExactly("A", "B", "C", "D", "E");
        assertThat(sandbox.requests()).hasSize(3);
    }

    @Test
    void stream_isReadOnlyAsFarAsItIsUsed() {
        holdFive();
        Pages<Position> pages = positions.getPositions(ACCOUNT, inTwos());
        assertThat(sandbox.requests()).isEmpty();

        assertThat(pages.stream().limit(2).map(Position::symbol)).containsExactly("A", "B");
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(pages.stream().count()).isEqualTo(5);
        assertThat(sandbox.requests()).hasSize(4);
    }

    @Test
    void pages_giveEachResponse() {
        holdFive();

        assertThat(positions.getPositions(ACCOUNT, inTwos()).pages())
                .extracting(page -> page.data().size())
                .containsExactly(2, 2, 1);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void pages_repeatTheFiltersAndFollowTheTokenUntouched(CallStyle style) {
        sandbox.nextCall(page("{\"request_id\":\"1\",\"next_page_token\":\"" + ODD_TOKEN + "\"}"));
        sandbox.nextCall(page("{\"request_id\":\"2\",\"next_page_token\":\"last\"}"));
        sandbox.nextCall(page("{\"request_id\":\"3\",\"next_page_token\":null}"));
        GetPositionsQuery query = GetPositionsQuery.builder()
                .instrumentIds(List.of("one", "two"))
                .sortDirection(SortDirection.DESC)
                .pageSize(1)
                .build();

        assertThat(style.positions(clearStreet).getPositions(ACCOUNT, query)).isEmpty();

        Map<String, String> filters = Map.of("instrument_ids", "one,two", "sort_direction", "DESC", "page_size", "1");
        assertThat(sandbox.requests())
                .extracting(PagesTest::parameters)
                .containsExactly(filters, with(filters, ODD_TOKEN), with(filters, "last"));
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void pages_whenATokenComesAgain_endInAFailureInsteadOfALoop(CallStyle style) {
        sandbox.nextCall(page("{\"request_id\":\"1\",\"next_page_token\":\"a\"}"));
        sandbox.nextCall(page("{\"request_id\":\"2\",\"next_page_token\":\"b\"}"));
        sandbox.nextCall(page("{\"request_id\":\"3\",\"next_page_token\":\"a\"}"));

        OutcomeUnknownException e = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> style.positions(clearStreet).getPositions(ACCOUNT));

        assertThat(e.operation()).isEqualTo("get_positions");
        assertThat(e).hasMessageContaining("page that was read before").hasMessageContaining("Nothing was changed");
        assertThat(sandbox.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void pages_whenNobodyKnowsWhetherThereIsANextOne_endInAFailure(CallStyle style) {
        for (String metadata : List.of("null", "7", "{\"request_id\":\"1\",\"next_page_token\":true}")) {
            sandbox.nextCall(page(metadata));

            assertThatThrownBy(() -> style.positions(clearStreet).getPositions(ACCOUNT))
                    .as(metadata)
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("get_positions");
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void pages_whenTheTokenIsEmpty_endInOrder(CallStyle style) {
        sandbox.nextCall(page("{\"request_id\":\"1\",\"next_page_token\":\"\"}"));

        assertThat(style.positions(clearStreet).getPositions(ACCOUNT)).isEmpty();
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void iterator_whenALaterPageFails_throwsAndNeverEnds() {
        holdFive();
        Iterator<Position> iterator = positions.getPositions(ACCOUNT, inTwos()).iterator();
        iterator.next();
        iterator.next();
        sandbox.nextCall(Fault.error(500, "Broken."));

        assertThatThrownBy(iterator::hasNext)
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("Nothing was changed; it may be repeated.");
    }

    @Test
    void pages_whenAPageFails_canBeAskedForAgain() {
        holdFive();
        Iterator<ApiResponse<List<Position>>> pages =
                positions.getPositions(ACCOUNT, inTwos()).pages().iterator();
        pages.next();
        sandbox.nextCall(Fault.error(500, "Broken."));

        assertThatThrownBy(pages::next).isInstanceOf(OutcomeUnknownException.class);
        assertThat(pages.next().data()).extracting(Position::symbol).containsExactly("C", "D");
        assertThat(pages.next().data()).extracting(Position::symbol).containsExactly("E");
        assertThat(pages.hasNext()).isFalse();
        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void pages_whenAPageIsDropped_areReadAgain(CallStyle style) {
        holdFive();
        sandbox.nextCall(Fault.drops()).nextCall(Fault.error(503, "Later.").retryAfter("2"));

        assertThat(style.positions(clearStreet).getPositions(ACCOUNT, inTwos())).hasSize(5);
        assertThat(sandbox.requests()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void pages_whenOneCameWithAnError_throwInsteadOfEndingEarly(CallStyle style) {
        holdFive();
        sandbox.customizeResponses((request, response) -> response.withBody(response.body()
                .replace("\"error\":null", "\"error\":{\"code\":500,\"message\":\"one shard is away\"}")));

        assertThatThrownBy(() -> style.positions(clearStreet).getPositions(ACCOUNT))
                .isInstanceOf(ClearStreetException.class)
                .hasMessageContaining("rows may be missing");
    }

    @Test
    void pages_whenTheyNeverEnd_throwAtTheirBound() {
        AtomicInteger tokens = new AtomicInteger();
        Pager<String> pager = new Pager<>(
                (token, within) -> CompletableFuture.completedFuture(pageWithToken("t" + tokens.incrementAndGet())),
                new Pages.Budget(Duration.ofSeconds(30), Duration.ofMinutes(10), () -> 0),
                (page, thrown) -> {
                    throw thrown;
                });

        assertThatThrownBy(() -> pager.forEachRemaining(page -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more than 10000 pages");
        assertThat(tokens).hasValue(Pager.MOST_PAGES);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void list_hasADeadlineForAllItsPages(CallStyle style) {
        holdFive();
        slowPage();
        slowPage();

        assertThatThrownBy(() -> style.positions(clearStreet)
                        .withOptions(inNineSeconds())
                        .getPositions(ACCOUNT, inTwos()))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("503");
        assertThat(sandbox.requests()).hasSize(3);
    }

    @Test
    void iterator_whenItsListTakesTooLong_gaveWhatWasReadBefore() {
        holdFive();
        slowPage();
        slowPage();

        List<String> read = new ArrayList<>();
        assertThatThrownBy(() -> positions
                        .withOptions(inNineSeconds())
                        .getPositions(ACCOUNT, inTwos())
                        .forEach(position -> read.add(position.symbol())))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(read).containsExactly("A", "B");
    }

    @Test
    void pages_whenTheListHasTakenItsTime_throw() {
        AtomicLong nanos = new AtomicLong();
        List<Duration> within = new ArrayList<>();
        Pager<String> pager = new Pager<>(
                (token, time) -> {
                    within.add(time);
                    return CompletableFuture.completedFuture(pageWithToken(
                            "t" + nanos.addAndGet(Duration.ofSeconds(4).toNanos())));
                },
                new Pages.Budget(Duration.ofSeconds(6), Duration.ofSeconds(9), nanos::get),
                (page, thrown) -> {
                    throw thrown;
                });

        assertThatThrownBy(() -> pager.forEachRemaining(page -> {}))
                .hasMessage("the list has further pages, and its deadline of PT9S passed");
        assertThat(within).containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(5), Duration.ofSeconds(1));
    }

    private static CallOptions inNineSeconds() {
        return CallOptions.defaults().withListDeadline(Duration.ofSeconds(9));
    }

    /** The page takes five seconds of virtual time. */
    private void slowPage() {
        sandbox.nextCall(
                Fault.answers(SandboxResponse.error(503, "Busy", "request-1").withHeader("Retry-After", "5")));
        sandbox.nextCall(Fault.none());
    }

    private static ApiResponse<List<String>> pageWithToken(String token) {
        ResponseMetadata metadata =
                ResponseMetadata.fromJson("{\"request_id\":\"r\",\"next_page_token\":\"" + token + "\"}");
        return new ApiResponse<>(
                List.of(),
                metadata,
                Optional::empty,
                () -> metadata,
                new Call(
                        false,
                        OptionalLong.empty(),
                        Duration.ofSeconds(1),
                        Map.of(),
                        Credentials.NONE,
                        Clock.systemUTC()),
                Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void page_isReadByItsToken(CallStyle style) {
        holdFive();

        ApiResponse<List<Position>> first = style.positions(clearStreet).getPositionsPage(ACCOUNT, inTwos());
        String token = first.metadata().nextPageToken().orElseThrow();
        ApiResponse<List<Position>> second = style.positions(clearStreet)
                .getPositionsPage(ACCOUNT, inTwos().toBuilder().pageToken(token).build());

        assertThat(first.data()).extracting(Position::symbol).containsExactly("A", "B");
        assertThat(second.data()).extracting(Position::symbol).containsExactly("C", "D");
    }

    private void holdFive() {
        SandboxAccount account = sandbox.account(ACCOUNT);
        for (String symbol : List.of("A", "B", "C", "D", "E")) {
            account.position(symbol, "1");
        }
    }

    private static GetPositionsQuery inTwos() {
        return GetPositionsQuery.builder().pageSize(2).build();
    }

    private static Fault page(String metadata) {
        return Fault.answers(SandboxResponse.json(200, "{\"data\":[],\"error\":null,\"metadata\":" + metadata + "}"));
    }

    private static Map<String, String> with(Map<String, String> filters, String token) {
        Map<String, String> all = new java.util.HashMap<>(filters);
        all.put("page_token", token);
        return all;
    }

    private static Map<String, String> parameters(SandboxRequest request) {
        return Arrays.stream(request.query().orElseThrow().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    }
}
