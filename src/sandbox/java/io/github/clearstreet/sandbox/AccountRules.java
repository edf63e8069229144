package io.github.clearstreet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the sandbox treats one account: what a test has set. Guarded by the ledger's lock. */
final class AccountRules {
    private final Map<String, OrderBehaviour> behaviours = new HashMap<>();
    private OrderBehaviour usualBehaviour = OrderBehaviour.rests();
    private final Map<String, String> riskRejections = new HashMap<>();
    private UsedIdResponse usedIdResponse = UsedIdResponse.CONFLICT;
    private final Set<String> halted = new HashSet<>();
    private Conditions conditions = Conditions.usual();
    private @Nullable List<SandboxPosition> fixedPositions;
    private boolean foreign;

    OrderBehaviour behaviour(String symbol) {
        return halted.contains(symbol)
                ? OrderBehaviour.rejects("The instrument is halted.")
                : behaviours.getOrDefault(symbol, usualBehaviour);
    }

    void setBehaviour(String symbol, OrderBehaviour behaviour) {
        behaviours.put(symbol, behaviour);
    }

    void setUsualBehaviour(OrderBehaviour behaviour) {
        usualBehaviour = behaviour;
    }

    void setHalted(String symbol, boolean isHalted) {
        if (isHalted) {
            halted.add(symbol);
        } else {
            halted.remove(symbol);
        }
    }

    Conditions conditions() {
        return conditions;
    }

    void setConditions(Conditions newConditions) {
        conditions = newConditions;
    }

    /** Since when the operation lists what happened, if nobody asks for another time. */
    Instant windowStart(String operationId, LedgerTime now) {
        Duration window = conditions.windows.get(operationId);
        return window == null ? Instant.MIN : now.time().minus(window);
    }

    /** What closes go by, whatever the account holds; null when they go by that. */
    @Nullable
    List<SandboxPosition> fixedPositions() {
        return fixedPositions;
    }

    void fixPositions(@Nullable List<SandboxPosition> positions) {
        fixedPositions = positions;
    }

    /** Answers an order whose id is used as the test wants it; returns if that is with the earlier order. */
    void refuseUsedId() {
        usedIdResponse.refuse();
    }

    void setUsedIdResponse(UsedIdResponse response) {
        usedIdResponse = response;
    }

    void checkRisk(String symbol) {
        String reason = riskRejections.get(symbol);
        if (reason != null) {
            throw ApiErrorException.riskRejection(reason);
        }
    }

    void setRiskRejection(String symbol, @Nullable String reason) {
        if (reason == null) {
            riskRejections.remove(symbol);
        } else {
            riskRejections.put(symbol, reason);
        }
    }

    void makeForeign() {
        foreign = true;
    }

    boolean isForeign() {
        return foreign;
    }
}
