import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Closes, in both styles, flattens: what is used of the libraries. Says the sentence if a client cannot be built. */
public final class Close implements Callable<String> {
    @Override
    public String call() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.account(19816).position("GOOG", "25");
            try (ClearStreet client = client(sandbox)) {
                client.positions().closePositions(19816);
                sandbox.account(19816).fillAll();
                sandbox.account(19817).position("GOOG", "25");
                client.positions().async().closePositions(19817).get();
                sandbox.account(19817).fillAll();
                sandbox.account(19818).position("GOOG", "25").behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(Duration.ofMillis(50))));
                boolean flat = CloseOut.of(client).flatten(19818).flat();
                return "flat: " + flat + ", held: "
                        + client.positions().getPositions(19816).stream().count();
            } catch (IllegalStateException e) {
                return "refused: " + e.getMessage() + " requests: " + sandbox.requests().size();
            }
        }
    }

    private static ClearStreet client(Sandbox sandbox) {
        return ClearStreet.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build();
    }
}
