package user;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.sandbox.Sandbox;

/** Closes what a sandbox account holds, reads it back, and says what it is made of. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                ClearStreet client = ClearStreet.builder()
                        .baseUrl(sandbox.baseUrl())
                        .apiKey(sandbox.apiKey())
                        .build()) {
            sandbox.account(19816).position("GOOG", "25");
            System.out.println("preview: " + CloseOut.of(client).preview(19816));
            client.positions()
                    .closePositions(19816)
                    .data()
                    .forEach(order -> System.out.println(order.side() + " " + order.quantity()));
            sandbox.account(19817).position("GOOG", "25");
            client.positions().async().closePositions(19817).get();
            sandbox.account(19816).fillAll();
            System.out.println("held: " + client.positions().getPositions(19816).stream().count());
            System.out.println("user agent: " + sandbox.requests().get(0).headers());
            System.out.println("module: " + ClearStreet.class.getModule());
        }
    }
}
