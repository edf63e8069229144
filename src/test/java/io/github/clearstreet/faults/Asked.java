package io.github.clearstreet.faults;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import java.util.concurrent.CompletableFuture;

/** One request that a caller can ask the client for, in either style. */
interface Asked {
    /** What the body of the request must be. */
    String json();

    /** Waits for the end of the call. */
    void call(ClearStreet clearStreet, CallOptions options);

    CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options);
}
