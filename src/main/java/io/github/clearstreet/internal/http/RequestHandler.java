package io.github.clearstreet.internal.http;

import feign.Request;
import io.github.clearstreet.runtime.request.Operation;
import java.util.concurrent.CompletableFuture;

/** Carries out the requests that Feign makes of the calls of generated interfaces. Thread-safe. */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Carries the request out.
     *
     * @param thread whether the method waits for its result
     * @return what the method returns; complete at once if it waits
     */
    CompletableFuture<?> handle(Operation operation, Request request, WorkThread thread);
}
