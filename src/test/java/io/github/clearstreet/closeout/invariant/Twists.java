package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.ClosingMethod;
import io.github.clearstreet.sandbox.ChildOrder;
import io.github.clearstreet.sandbox.Conditions;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What else is unkind in a world.
 *
 * @param child how orders show through which others work; null if they work by themselves
 * @param spelling how orders name their instrument: 0 as positions do, 1 without its id, 2 by a symbol in small letters only
 * @param refusal a status with which one request that closes is refused; zero for none
 * @param cancelRefusal the same for one that cancels
 * @param ordersLag how much later orders show in lists
 * @param listener 0 throws, 1 blocks, 2 is not there
 * @param openOrder whether somebody's limit order works on the closing side when the run begins
 * @param othersCancel whether the other closer cancels the run's orders first
 */
record Twists(
        @Nullable ChildOrder child,
        int spelling,
        int refusal,
        int cancelRefusal,
        int ordersLag,
        int listener,
        boolean openOrder,
        boolean othersCancel) {
    private static final List<Integer> REFUSALS = List.of(400, 403, 404, 409, 422, 429, 500, 503);

    static Twists random(Random random, int mostLag) {
        return new Twists(
                random.nextInt(4) == 0 ? List.of(ChildOrder.values()).get(random.nextInt(2)) : null,
                random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0,
                random.nextInt(5) == 0 ? REFUSALS.get(random.nextInt(REFUSALS.size())) : 0,
                random.nextInt(5) == 0 ? REFUSALS.get(random.nextInt(REFUSALS.size())) : 0,
                random.nextInt(4) == 0 ? random.nextInt(1 + mostLag) : 0,
                random.nextInt(60) == 0 ? 1 : random.nextInt(2) * 2,
                random.nextInt(3) == 0,
                random.nextBoolean());
    }

    OrderBehaviour of(OrderBehaviour behaviour, String symbol) {
        OrderBehaviour bent = child == null ? behaviour : behaviour.worksThrough(child);
        return switch (spelling) {
            case 1 -> bent.withField("instrument_id", null);
            case 2 -> bent.withField("instrument_id", null).withField("symbol", symbol.toLowerCase(Locale.ROOT));
            default -> bent;
        };
    }

    Conditions of(Conditions conditions) {
        return ordersLag == 0 ? conditions : conditions.ordersLag(Duration.ofSeconds(ordersLag));
    }

    void arrange(Sandbox sandbox, SandboxAccount account) {
        String path = "/v1/accounts/" + account.id() + "/";
        if (refusal != 0) {
            sandbox.nextCall(
                    request -> request.path().startsWith(path + "positions")
                                    && request.method().equals("DELETE")
                            || request.method().equals("POST"),
                    Fault.error(refusal, "Not this one"));
        }
        if (cancelRefusal != 0) {
            sandbox.nextCall(
                    request -> request.path().startsWith(path + "orders")
                            && request.method().equals("DELETE"),
                    Fault.error(cancelRefusal, "Not now"));
        }
    }

    /** True if a refusal may be final: of a cancel, or of the last way to close a position. */
    boolean mayEndARun(ClosingMethod method) {
        boolean closeIsOver = refusal >= 400 && refusal < 500 && refusal != 404 && refusal != 429;
        return (cancelRefusal == 403 && openOrder) || (closeIsOver && method == ClosingMethod.BROKER);
    }
}
