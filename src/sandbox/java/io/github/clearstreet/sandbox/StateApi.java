package io.github.clearstreet.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's state over HTTP, for other languages, for people and for Pact: below {@code /sandbox/}, apart from the API.
 * Takes the sandbox's key as a bearer token, so that no web page of somebody else can use it. Pact's state-change
 * requests may carry it in the address, since verifiers cannot set headers there.
 */
final class StateApi {
    static final String PREFIX = "/sandbox/";

    private final Sandbox sandbox;
    private final ApiKey apiKey;

    StateApi(Sandbox sandbox, ApiKey apiKey) {
        this.sandbox = sandbox;
        this.apiKey = apiKey;
    }

    SandboxResponse respond(WireRequest request) {
        String path = request.target().getPath().substring(PREFIX.length());
        if (path.equals("page") && request.method().equals("GET")) {
            // Shows nothing by itself: its script asks with the key, which stands after the # and is never sent.
            return StatePage.RESPONSE;
        }
        try {
            check(request);
            Object json = switch (request.method() + " " + path) {
                case "GET state" -> StateJson.of(sandbox);
                case "POST reset" -> done(sandbox::reset);
                case "POST positions" -> done(() -> seed(Members.of(request)));
                case "POST orders" -> done(() -> openOrder(Members.of(request)));
                case "POST fills" -> done(() -> fill(Members.of(request)));
                case "POST faults" -> done(() -> addFault(Members.of(request)));
                case "POST provider-state" -> providerState(Members.of(request));
                default -> throw new ApiErrorException(404, "There is nothing at this address of the sandbox.");
            };
            return SandboxResponse.json(200, Json.write(json)).withHeader("Cache-Control", "no-store");
        } catch (ApiErrorException e) {
            return e.response("");
        } catch (IllegalArgumentException | IllegalStateException e) {
            return SandboxResponse.flatError(400, String.valueOf(e.getMessage()));
        }
    }

    private void check(WireRequest request) {
        List<String> authorization = request.values("Authorization");
        String query = Optional.ofNullable(request.target().getRawQuery()).orElse("");
        apiKey.check(
                authorization.isEmpty() && query.startsWith("key=")
                        ? List.of("Bearer " + query.substring("key=".length()))
                        : authorization);
    }

    private void seed(Members body) {
        SandboxAccount account = sandbox.account(body.accountId());
        body.text("symbol").ifPresent(symbol -> account.position(symbol, body.required("quantity")));
    }

    private void openOrder(Members body) {
        OrderTicket ticket = switch (body.required("side")) {
            case "BUY" -> OrderTicket.buy(body.required("symbol"), body.required("quantity"));
            case "SELL" -> OrderTicket.sell(body.required("symbol"), body.required("quantity"));
            case "SELL_SHORT" -> OrderTicket.sellShort(body.required("symbol"), body.required("quantity"));
            default -> throw new IllegalArgumentException("side must be BUY, SELL or SELL_SHORT");
        };
        Optional<String> limit = body.text("limit_price");
        sandbox.account(body.accountId()).openOrder(limit.isPresent() ? ticket.limit(limit.get()) : ticket);
    }

    /** One order, in part or in full; without an order all that can fill. */
    private void fill(Members body) {
        SandboxAccount account = sandbox.account(body.accountId());
        Optional<String> orderId = body.text("order_id");
        if (orderId.isEmpty()) {
            account.fillAll();
        } else if (body.text("quantity").isEmpty()) {
            account.fill(orderId.get());
        } else {
            account.fill(orderId.get(), body.required("quantity"), body.required("price"));
        }
    }

    private void addFault(Members body) {
        Fault fault = switch (body.required("kind")) {
            case "drop" -> Fault.drops();
            case "truncate" -> Fault.truncates();
            case "error" ->
                Fault.error(
                        Integer.parseInt(body.required("status")),
                        body.text("message").orElse("A fault of the sandbox."));
            default -> throw new IllegalArgumentException("kind must be drop, truncate or error");
        };
        Fault timed = body.text("after_executing").filter("true"::equals).isPresent() ? fault.afterExecuting() : fault;
        Optional<String> operation = body.text("operation");
        if (operation.isPresent()) {
            sandbox.nextCall(operation.get(), timed);
        } else {
            sandbox.nextCall(timed);
        }
    }

    /** Pact's state-change request: {@code {"state": …, "params": {…}, "action": "setup" or "teardown"}}. */
    private Map<String, Object> providerState(Members body) {
        if (body.text("action").filter("teardown"::equals).isPresent()) {
            sandbox.reset();
            return Map.of();
        }
        Optional<String> state = body.text("state").filter(name -> !name.isEmpty());
        return state.isEmpty() ? Map.of() : sandbox.providerState(state.get(), body.object("params"));
    }

    private static Map<String, Object> done(Runnable work) {
        work.run();
        return Map.of("done", true);
    }

    /** The members of a JSON object that came as a request's body. */
    private record Members(Map<String, @Nullable Object> values) {
        static Members of(WireRequest request) {
            if (request.body().length == 0) {
                return new Members(Map.of());
            }
            return new Members(members(Json.readRequest(new String(request.body(), StandardCharsets.UTF_8))));
        }

        long accountId() {
            return Long.parseLong(required("account_id"));
        }

        String required(String name) {
            return text(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
        }

        Optional<String> text(String name) {
            return Optional.ofNullable(values.get(name)).map(String::valueOf);
        }

        Map<String, @Nullable Object> object(String name) {
            return members(values.get(name));
        }

        private static Map<String, @Nullable Object> members(@Nullable Object json) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            if (json instanceof Map<?, ?> object) {
                object.forEach((name, value) -> members.put(String.valueOf(name), value));
            } else if (json != null) {
                throw new IllegalArgumentException("The body must be a JSON object");
            }
            return members;
        }
    }
}
