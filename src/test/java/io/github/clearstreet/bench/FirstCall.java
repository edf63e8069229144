package io.github.clearstreet.bench;

import io.github.clearstreet.ClearStreet;
import java.net.URI;

/** What a user's program does first: one call, which must succeed. For a JVM of its own. */
final class FirstCall {
    private FirstCall() {}

    /** The arguments are base URL, key and account. */
    public static void main(String[] arguments) {
        try (ClearStreet clearStreet = ClearStreet.builder()
                .baseUrl(URI.create(arguments[0]))
                .apiKey(arguments[1])
                .build()) {
            long accountId = Long.parseLong(arguments[2]);
            System.out.println(
                    clearStreet.positions().closePositions(accountId).data().size());
        }
    }
}
