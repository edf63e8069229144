package io.github.clearstreet.bench;

import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.Trigger;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A sandbox full of accounts, in a JVM of its own, that takes ten milliseconds for each response. Prints its address and its
 * key; each line read is answered with the number of requests so far.
 */
public final class DeskServer {
    static final int FIRST_ACCOUNT = 1_001;

    private static final long RESPONSE_NANOS = 10_000_000;
    private static final Duration TIME_TO_FILL = Duration.ofMillis(200);

    private DeskServer() {}

    public static void main(String[] arguments) throws IOException {
        int accounts = Integer.parseInt(arguments[0]);
        int positions = Integer.parseInt(arguments[1]);
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.customizeResponses(DeskServer::slowly);
            for (int i = 0; i < accounts; i++) {
                SandboxAccount account = sandbox.account(FIRST_ACCOUNT + i)
                        .behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(TIME_TO_FILL)));
                for (int position = 0; position < positions; position++) {
                    account.position("SYM" + position, Integer.toString(position + 1));
                }
            }
            System.out.println(sandbox.baseUrl() + " " + sandbox.apiKey());
            for (int read = System.in.read(); read >= 0; read = System.in.read()) {
                if (read == '\n') {
                    System.out.println(sandbox.requests().size());
                }
            }
        }
        System.exit(0);
    }

    private static SandboxResponse slowly(SandboxRequest request, SandboxResponse response) {
        LockSupport.parkNanos(RESPONSE_NANOS);
        return response;
    }
}
