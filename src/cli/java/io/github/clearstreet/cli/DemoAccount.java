package io.github.clearstreet.cli;

import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;

/** What there is in the sandbox of {@code --sandbox}: something to close, in two fills, and an order in the way. */
final class DemoAccount {
    private DemoAccount() {}

    static void open(SandboxAccount account) {
        account.position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("120"))
                .behaviour(OrderBehaviour.rests()
                        .fills("10", Trigger.elapsed(Duration.ofMillis(300)))
                        .fills(Trigger.elapsed(Duration.ofMillis(900))));
    }
}
