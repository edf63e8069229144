package io.github.clearstreet.generator;

import feign.AsyncFeign;
import feign.Feign;
import feign.Request;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.Encoder;
import io.github.clearstreet.internal.http.TransportCodecs;
import io.github.clearstreet.runtime.request.ApiDescription;
import io.github.clearstreet.runtime.request.CompletePath;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a generated interface through a plain Feign builder with our own codecs, and keeps what would be sent. */
final class FeignCall {
    private final List<Request> requests = new ArrayList<>();
    private final Class<?> type;
    private final Object api;
    private final String answer;

    FeignCall(GeneratedClient client, String api, String answer) {
        this.type = client.api(api);
        this.answer = answer;
        this.api = target(description());
    }

    private Object target(ApiDescription<?> description) {
        Encoder encoder = TransportCodecs.encoder(description);
        Decoder decoder = TransportCodecs.decoder(description);
        return type.getSimpleName().endsWith("Async")
                ? AsyncFeign.<Object>builder()
                        .encoder(encoder)
                        .decoder(decoder)
                        .requestInterceptor(new CompletePath())
                        .client((request, options, context) -> CompletableFuture.completedFuture(answer(request)))
                        .target(type, "http://localhost")
                : Feign.builder()
                        .encoder(encoder)
                        .decoder(decoder)
                        .requestInterceptor(new CompletePath())
                        .client((request, options) -> answer(request))
                        .target(type, "http://localhost");
    }

    private ApiDescription<?> description() {
        try {
            return (ApiDescription<?>) type.getField("API").get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " does not describe itself", e);
        }
    }

    private Response answer(Request request) {
        requests.add(request);
        return Response.builder()
                .request(request)
                .status(answer.isEmpty() ? 204 : 200)
                .body(answer, StandardCharsets.UTF_8)
                .build();
    }

    /** Calls the method with so many arguments; waits for a future. */
    @Nullable
    Object invoke(String operation, @Nullable Object... arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate ->
                        candidate.getName().equals(operation) && candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no method " + operation));
        Object result = invoke(method, api, arguments);
        return result instanceof CompletableFuture<?> future ? future.join() : result;
    }

    /** Builds a request class of the interface. */
    Object query(String name, Map<String, ?> values) {
        Class<?> query = Arrays.stream(type.getDeclaredClasses())
                .filter(candidate -> candidate.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no class " + name));
        Object builder = Objects.requireNonNull(invoke(method(query, "builder", 0), null));
        values.forEach((setter, value) -> invoke(method(builder.getClass(), setter, 1), builder, value));
        return Objects.requireNonNull(invoke(method(builder.getClass(), "build", 0), builder));
    }

    /** Returns the body that would be sent, or null if there would be none. */
    @Nullable
    String body() {
        byte[] body = requests.get(0).body();
        return body == null ? null : new String(body, StandardCharsets.UTF_8);
    }

    List<Request> requests() {
        return requests;
    }

    String requestLine() {
        Request request = requests.get(0);
        return request.httpMethod() + " " + request.url().replace("http://localhost", "");
    }

    private static Method method(Class<?> type, String name, int arguments) {
        return Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name) && candidate.getParameterCount() == arguments)
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no method " + name));
    }

    private static @Nullable Object invoke(Method method, @Nullable Object target, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(method + " failed", e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
