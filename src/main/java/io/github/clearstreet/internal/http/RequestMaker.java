package io.github.clearstreet.internal.http;

import feign.Request;
import io.github.clearstreet.runtime.request.ApiDescription;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets Feign make the requests of a generated interface, and sends none of them. Thread-safe; made once.
 *
 * @param <A> the generated interface
 */
public final class RequestMaker<A> {
    @SuppressWarnings("ThreadLocalUsage") // Belongs to one client, and is empty as soon as Feign has made the request.
    private final ThreadLocal<@Nullable Request> made = new ThreadLocal<>();

    private final A api;

    public RequestMaker(ApiDescription<A> api, URI baseUri) {
        this.api = FeignApis.requestsOf(api, baseUri, (operation, request, thread) -> {
            made.set(request);
            return CompletableFuture.completedFuture(null);
        });
    }

    /**
     * The request of a method of the interface.
     *
     * @param method calls it, once
     */
    public Request make(Function<A, ?> method) {
        try {
            var unused = method.apply(api);
            return Objects.requireNonNull(made.get(), "no request");
        } finally {
            made.remove();
        }
    }
}
