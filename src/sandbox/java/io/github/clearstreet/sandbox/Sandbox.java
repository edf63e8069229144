package io.github.clearstreet.sandbox;

import static java.util.Objects.requireNonNullElseGet;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A running stand-in for the Clear Street API, on loopback and on a free port, for tests.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     sandbox.account(19816).position("GOOG", "25");
 *     // Use sandbox.baseUrl() and sandbox.apiKey() in the client under test.
 * }
 * }</pre>
 *
 * <p>It answers nine operations as the API does, as far as that is known: {@code get_positions},
 * {@code close_positions}, {@code close_position}, {@code get_orders}, {@code submit_orders}, {@code get_order_by_id},
 * {@code cancel_open_order}, {@code cancel_all_open_orders} and {@code get_executions}. It refuses with 400 a body or a query that is not
 * understood, with 401 a bad key, with 403 an account of somebody else, with 404 an unknown account, order or address,
 * with 405 another method. As with the API, nothing makes a second close harmless: it submits a second set of orders.
 *
 * <p>Where the API is not documented the sandbox decides:
 *
 * <ul>
 *   <li>Closing without {@code cancel_orders} leaves open orders. With it, those in the symbols that are closed are asked
 *       to cancel, and the closing orders are created without waiting for that.
 *   <li>Closing an instrument that is not held answers 200 with an empty list.
 *   <li>Cancelling answers PENDING_CANCEL, and the order is CANCELED when it is next looked at;
 *       {@link OrderBehaviour} has cancels that are slow, refused or overtaken by a fill. An order that is final cannot
 *       be cancelled: 404, as for an unknown one.
 *   <li>New orders are submitted all or none. One that does not fit its type gets 422, one that a test's risk check
 *       refuses 400, and one whose id the account has used what {@link UsedIdResponse} says: 409 by default.
 *   <li>Positions are listed by symbol, orders and executions newest first. A page has 1000 items, the most there can be, unless the
 *       request or the builder says otherwise. A page token works only with the filters that it came with. It begins where the page
 *       before ended, by number, so that a list which changes meanwhile can repeat or skip an item.
 *   <li>A query parameter that is unknown, empty, or there twice gets 400.
 * </ul>
 *
 * <p>Thread-safe. Its threads are daemons.
 */
public final class Sandbox implements AutoCloseable {
    private final ApiKey apiKey;
    private final Ledger ledger;
    private final FaultQueue faults = new FaultQueue();
    private final Clock clock;
    private final Router router;
    private final CallHandler calls;
    private final LoopbackServer server;

    Sandbox(SandboxBuilder settings) {
        apiKey = settings.apiKey;
        ledger = new Ledger(settings.clock, requireNonNullElseGet(settings.orderIds, IdSequence::ofOrders));
        clock = settings.clock;
        router = new Router(apiKey, new Accounts(ledger, settings.unknownAccountStatus), settings.paging);
        calls = new CallHandler(
                new RequestReader(settings.clock, requireNonNullElseGet(settings.requestIds, IdSequence::ofRequests)),
                ledger,
                router,
                faults,
                settings.clock);
        StateApi state = new StateApi(this, apiKey);
        server = LoopbackServer.start(
                settings.port,
                request -> settings.stateOverHttp && request.isBelow(StateApi.PREFIX)
                        ? calls.guarded(request, () -> state.respond(request))
                        : calls.handle(request));
    }

    /** Answers a request that came in another way than over the network. */
    WireResponse handle(WireRequest request) throws InterruptedException {
        return calls.handle(request);
    }

    /** Starts a sandbox with no accounts, the system clock, and ids that are the same in every run. */
    public static Sandbox start() {
        return builder().start();
    }

    /** Returns a builder, to set the clock, the ids or the key. */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /** Where the sandbox listens, for example {@code http://127.0.0.1:49152}, without a path. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /**
     * The page that shows what comes, if it was switched on by {@link SandboxBuilder#stateOverHttp}. The key stands in the
     * part of the address that a browser keeps to itself.
     */
    public URI page() {
        return baseUrl().resolve(StateApi.PREFIX + "page#" + apiKey());
    }

    /** The key that the sandbox takes. It is made up, and good for nothing else. */
    public String apiKey() {
        return apiKey.value();
    }

    /**
     * Returns an account, which is opened if there is none of this number yet. Until a test does this, the account is
     * unknown to callers.
     *
     * @throws IllegalArgumentException if the number is zero or less
     */
    public SandboxAccount account(long accountId) {
        if (accountId <= 0) {
            throw new IllegalArgumentException("An account id must be above zero, not " + accountId);
        }
        return ledger.inAccount(accountId, (book, now) -> new SandboxAccount(ledger, accountId));
    }

    /** Describes an instrument, in place of an earlier one of the same symbol. Existing orders keep the earlier one. */
    public Sandbox instrument(SandboxInstrument instrument) {
        ledger.define(instrument);
        return this;
    }

    /** Lets this go wrong with the next call, or with the one after the faults that wait already. */
    public Sandbox nextCall(Fault fault) {
        return nextCall(any -> true, fault);
    }

    /**
     * Lets this go wrong with the next call of one operation, or with the one after the faults that wait for it already.
     *
     * @param operationId for example {@code close_positions}
     * @throws IllegalArgumentException if the sandbox has no such operation
     */
    public Sandbox nextCall(String operationId, Fault fault) {
        Endpoint endpoint = Endpoint.named(operationId);
        return nextCall(request -> request.operation().filter(endpoint::equals).isPresent(), fault);
    }

    /** Lets this go wrong with the next call that is meant, or with the one after the faults that wait for it already. */
    public Sandbox nextCall(Predicate<SandboxRequest> meant, Fault fault) {
        faults.nextCall(meant, fault);
        return this;
    }

    /** Lets the {@code Date} of responses differ so much from the sandbox's clock, which it shows otherwise. */
    public Sandbox dateSkew(Duration skew) {
        calls.dateSkew(skew);
        return this;
    }

    /**
     * Does this when the sandbox's clock has moved on by so much, before whatever request or test comes next: what other
     * people and the market do while the caller is busy.
     *
     * @throws IllegalArgumentException if the delay is negative
     */
    public Sandbox later(Duration delay, Runnable action) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("The delay must be zero or more");
        }
        ledger.executeLater(delay, action);
        return this;
    }

    /** Changes every answer from now on, after the faults, in place of an earlier customiser. */
    public Sandbox customizeResponses(ResponseCustomizer customizer) {
        faults.customizeResponses(customizer);
        return this;
    }

    /** The requests that have arrived, in order: the latest 10,000. An immutable snapshot. */
    public List<SandboxRequest> requests() {
        return faults.requests();
    }

    /** Forgets all accounts, instruments, faults, requests and the customiser. The address and the key stay. */
    public Sandbox reset() {
        ledger.clear();
        faults.clear();
        return this;
    }

    /**
     * Makes a provider state of the client's pact true, in place of whatever the sandbox had: what Pact's state-change
     * request does over HTTP, see {@link SandboxBuilder#stateOverHttp}.
     *
     * @param name a sentence of the pact
     * @param parameters of the state in the pact
     * @return the values for the pact's generators
     * @throws IllegalArgumentException if the pact has no such state
     */
    public Map<String, Object> providerState(String name, Map<String, ?> parameters) {
        return new PactStates(this)
                .setUp(name, parameters)
                .orElseThrow(() -> new IllegalArgumentException("There is no provider state \"" + name + "\""));
    }

    List<SandboxAccount> accounts() {
        return ledger.accountIds().stream()
                .map(id -> new SandboxAccount(ledger, id))
                .toList();
    }

    Instant now() {
        return clock.instant();
    }

    Optional<String> newestOrderId(long accountId) {
        return ledger.inExistingAccount(
                        accountId,
                        (book, now) -> book.orders().all().stream()
                                .reduce((earlier, later) -> later)
                                .map(SandboxOrder::id))
                .flatMap(id -> id);
    }

    /** What the first page of this list names as the next one. */
    String nextPageToken(String list) {
        String[] address = list.split("\\?", 2);
        SandboxRequest first =
                new SandboxRequest("", now(), "GET", address[0], address.length > 1 ? address[1] : null, Map.of(), "");
        SandboxResponse page =
                router.respond(new ReceivedCall(first, List.of("Bearer " + apiKey()), ReceivedCall.BodyState.COMPLETE));
        Object body = Json.readOwn(page.body());
        Object metadata = body instanceof Map<?, ?> envelope ? envelope.get("metadata") : null;
        Object token = metadata instanceof Map<?, ?> members ? members.get("next_page_token") : null;
        if (token == null) {
            throw new IllegalArgumentException("There is no second page of " + list);
        }
        return token.toString();
    }

    int openConnections() {
        return server.connections();
    }

    /** Stops at once. Calls that are under way lose their connection. A second call does nothing. */
    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return "Sandbox at " + baseUrl();
    }
}
