package io.github.clearstreet.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sandbox's page and other languages see of it: accounts with positions, orders and fills, and the requests. */
final class StateJson {
    private static final int LATEST = 200;

    private StateJson() {}

    static Map<String, Object> of(Sandbox sandbox) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("now", OrderJson.time(sandbox.now()));
        json.put("accounts", sandbox.accounts().stream().map(StateJson::account).toList());
        json.put(
                "requests",
                latest(sandbox.requests()).stream().map(StateJson::request).toList());
        return json;
    }

    private static Map<String, Object> account(SandboxAccount account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account_id", account.id());
        json.put(
                "positions",
                account.positions().stream()
                        .map(position -> Map.of(
                                "symbol",
                                position.symbol(),
                                "quantity",
                                position.quantity().toPlainString()))
                        .toList());
        json.put("orders", latest(account.orders()).stream().map(OrderJson::of).toList());
        json.put(
                "changes",
                latest(account.positionChanges()).stream()
                        .map(StateJson::change)
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> change(PositionChange change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", OrderJson.time(change.at()));
        json.put("symbol", change.symbol());
        json.put("quantity", change.quantity().toPlainString());
        json.put("after", change.after().toPlainString());
        json.put("cause", change.cause().name());
        json.put("order_id", change.orderId().orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> request(SandboxRequest request) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", OrderJson.time(request.receivedAt()));
        json.put("request_id", request.requestId());
        json.put("operation", request.operationId().orElse(null));
        json.put("method", request.method());
        json.put("path", request.path());
        json.put("query", request.query().orElse(null));
        json.put("body", request.body());
        return json;
    }

    /** Newest first. */
    private static <T> List<T> latest(List<T> all) {
        List<T> latest = new ArrayList<>(all.subList(Math.max(0, all.size() - LATEST), all.size()));
        Collections.reverse(latest);
        return latest;
    }
}
