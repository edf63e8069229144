package io.github.clearstreet.generator;

import feign.AsyncFeign;
import feign.Feign;
import feign.Request;
import feign.Response;
import feign.codec.Decoder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a generated interface through a plain Feign builder, and keeps what would be sent. */
final class FeignCall {
    private final List<Request> requests = new ArrayList<>();
    private final Class<?> type;
    private final Object api;
    private final String answer;

    FeignCall(Class<?> type, String answer) {
        this.type = type;
        this.answer = answer;
        Decoder decoder = (response, model) -> invoke(method((Class<?>) model, "fromJson", 1), null, answer);
        this.api = type.getSimpleName().endsWith("Async")
                ? AsyncFeign.<Object>builder()
                        .decoder(decoder)
                        .client((request, options, context) -> CompletableFuture.completedFuture(answer(request)))
                        .target(type, "http://localhost")
                : Feign.builder()
                        .decoder(decoder)
                        .client((request, options) -> answer(request))
                        .target(type, "http://localhost");
    }

    private Response answer(Request request) {
        requests.add(request);
        return Response.builder()
                .request(request)
                .status(answer.isEmpty() ? 204 : 200)
                .body(answer, StandardCharsets.UTF_8)
                .build();
    }

    /** Calls the method for callers, with default options. */
    @Nullable
    Object invoke(String operation, @Nullable Object... arguments) {
        @Nullable Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = new Request.Options();
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(operation) && candidate.isDefault())
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no method " + operation));
        return invoke(method, api, all);
    }

    /** Builds a request class of the interface. */
    Object query(String name, Map<String, ?> values) {
        Class<?> query = Arrays.stream(type.getDeclaredClasses())
                .filter(candidate -> candidate.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no class " + name));
        Object builder = invoke(method(query, "builder", 0), null);
        values.forEach((setter, value) -> invoke(method(builder.getClass(), setter, 1), builder, value));
        return invoke(method(builder.getClass(), "build", 0), builder);
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

    private static Object invoke(Method method, @Nullable Object target, @Nullable Object... arguments) {
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
