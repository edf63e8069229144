package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.ClosingMethod;
import io.github.clearstreet.sandbox.Conditions;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * One world, made by chance.
 *
 * @param quantities what is held of each instrument, zero for nothing
 * @param fillSeconds how long orders take
 * @param parts whether they fill a part, are cancelled, and leave the rest to another
 * @param closeFault what happens to the first request that closes: 0 nothing, 1 lost, 2 its response lost, 3 carried out late
 * @param emptyRead which read of positions comes empty, zero for none
 * @param happensAtPause when the clock is set and others trade
 * @param forgets whether the second run is of another process, which knows nothing of the first
 * @param crashAtPause when the process ends at once, and another one goes on with the journal alone; zero for never
 * @param secondDesk whether another process with the same journal wants to flatten the account as well
 */
record World(
        ClosingMethod method,
        List<Integer> quantities,
        int fillSeconds,
        boolean parts,
        int positionsLag,
        boolean closesLag,
        int executionsLag,
        boolean byLastChange,
        int windowSeconds,
        int skewSeconds,
        int clockStepSeconds,
        int closeFault,
        int lateSeconds,
        int emptyRead,
        int happensAtPause,
        int humanQuantity,
        boolean anotherCloses,
        boolean restarts,
        int firstSeconds,
        boolean forgets,
        int crashAtPause,
        boolean secondDesk,
        Twists twists) {
    /** For a process beside which nothing happens. */
    static final World NOTHING_HAPPENS = new World(
            ClosingMethod.BROKER,
            List.of(),
            0,
            false,
            0,
            false,
            0,
            false,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            false,
            false,
            0,
            false,
            0,
            false,
            new Twists(null, 0, 0, 0, 0, 2, false, false));

    private static final List<String> SYMBOLS = List.of("GOOG", "MSFT", "AAPL");

    static World random(Random random) {
        ClosingMethod method = random.nextBoolean() ? ClosingMethod.OWN_ORDERS : ClosingMethod.BROKER;
        boolean restarts = random.nextInt(4) == 0;
        return new World(
                method,
                List.of(quantity(random), quantity(random), random.nextInt(3) == 0 ? quantity(random) : 0),
                random.nextInt(4) == 0 ? 40 : random.nextInt(5),
                random.nextInt(4) == 0,
                random.nextInt(3) == 0 ? random.nextInt(60) : 0,
                random.nextBoolean(),
                random.nextInt(3) == 0 ? random.nextInt(60) : 0,
                random.nextBoolean(),
                random.nextInt(3) == 0 ? 3_600 : 0,
                random.nextInt(3) == 0 ? random.nextInt(1_200) - 600 : 0,
                random.nextInt(3) == 0 ? random.nextInt(1_200) - 600 : 0,
                random.nextInt(4),
                random.nextInt(29),
                random.nextInt(6),
                1 + random.nextInt(8),
                random.nextInt(4) == 0 ? 1 + random.nextInt(10) : 0,
                random.nextInt(8) == 0,
                restarts,
                11 + random.nextInt(20),
                // Without a journal only orders with ids of their own survive a crash.
                method == ClosingMethod.OWN_ORDERS && random.nextBoolean(),
                random.nextInt(4) == 0 ? 1 + random.nextInt(6) : 0,
                random.nextInt(6) == 0,
                Twists.random(random, 10));
    }

    /** True if more than one process has a part in it. */
    boolean hasJournal() {
        return crashAtPause > 0 || secondDesk;
    }

    private static int quantity(Random random) {
        return random.nextInt(61) - 30;
    }

    static OrderBehaviour fillsAfter(int seconds) {
        return OrderBehaviour.rests().fills(Trigger.elapsed(Duration.ofSeconds(seconds)));
    }

    void arrange(Sandbox sandbox, SandboxAccount account) {
        for (int i = 0; i < SYMBOLS.size(); i++) {
            if (quantities.get(i) != 0) {
                account.position(SYMBOLS.get(i), String.valueOf(quantities.get(i)));
                account.behaviour(SYMBOLS.get(i), twists.of(fillsAfter(fillSeconds), SYMBOLS.get(i)));
                if (twists.openOrder()) {
                    String some = String.valueOf(Math.abs(quantities.get(i)));
                    OrderTicket ticket = quantities.get(i) > 0
                            ? OrderTicket.sell(SYMBOLS.get(i), some)
                            : OrderTicket.buy(SYMBOLS.get(i), some);
                    account.openOrder(ticket.limit(quantities.get(i) > 0 ? "9000" : "1"), OrderBehaviour.rests());
                }
            }
        }
        if (parts) {
            account.behaviour(
                    "GOOG",
                    twists.of(OrderBehaviour.rests(), "GOOG")
                            .fills("1", Trigger.elapsed(Duration.ofSeconds(1)))
                            .fills(Trigger.elapsed(Duration.ofSeconds(30))));
        }
        Conditions conditions = Conditions.usual().executionsLag(Duration.ofSeconds(executionsLag));
        conditions = closesLag
                ? conditions.positionsAndClosesLag(Duration.ofSeconds(positionsLag))
                : conditions.positionsLag(Duration.ofSeconds(positionsLag));
        conditions = byLastChange ? conditions.ordersByLastChange() : conditions;
        conditions = windowSeconds > 0 ? conditions.ordersWindow(Duration.ofSeconds(windowSeconds)) : conditions;
        account.conditions(twists.of(conditions));
        twists.arrange(sandbox, account);
        sandbox.dateSkew(Duration.ofSeconds(skewSeconds));
        if (closeFault > 0) {
            sandbox.nextCall(
                    request -> !request.method().equals("GET"),
                    switch (closeFault) {
                        case 1 -> Fault.drops();
                        case 2 -> Fault.drops().afterExecuting();
                        default -> Fault.drops().executingLater(Duration.ofSeconds(lateSeconds));
                    });
        }
        for (int read = 1; read <= emptyRead; read++) {
            sandbox.nextCall(
                    "get_positions",
                    read < emptyRead
                            ? Fault.none()
                            : Fault.answers(SandboxResponse.json(
                                    200, "{\"data\":[],\"error\":null,\"metadata\":{\"request_id\":\"r\"}}")));
        }
    }

    /** True if nothing is in the way that lasts. */
    boolean canEndFlat() {
        return !anotherCloses && !twists.mayEndARun(method);
    }
}
