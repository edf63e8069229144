package io.github.clearstreet.internal.http;

import feign.AsyncFeign;
import feign.BaseBuilder;
import feign.Feign;
import feign.Logger;
import feign.RequestTemplate;
import feign.Response;
import feign.Retryer;
import feign.codec.Decoder;
import feign.codec.Encoder;
import io.github.clearstreet.runtime.request.ApiDescription;
import io.github.clearstreet.runtime.request.BodyWriter;
import io.github.clearstreet.runtime.request.CompletePath;
import io.github.clearstreet.runtime.request.Operation;
import io.github.clearstreet.runtime.request.RequestBody;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the generated interfaces: Feign makes the request of a call, and a {@link RequestHandler} carries it out. All that
 * Feign would do about the response is switched off.
 */
public final class FeignApis {
    private static final String COOKIE = "Cookie: ";

    private FeignApis() {}

    /**
     * An interface whose methods hand their request over and return null: for the facade, whose results come another way.
     * Thread-safe, as is the result; make it once.
     */
    public static <T> T requestsOf(ApiDescription<T> api, URI baseUri, RequestHandler handler) {
        return configure(Feign.builder(), api)
                .client(new FeignClient(api, handler))
                .target(api.type(), baseUri.toString());
    }

    /** An interface, blocking or asynchronous, whose methods return what the handler gives. Thread-safe, as is the result; make it once. */
    public static <T> T of(ApiDescription<T> api, URI baseUri, RequestHandler handler) {
        return configure(AsyncFeign.builder(), api)
                .client(new FeignClient(api, handler))
                .target(api.type(), baseUri.toString());
    }

    private static <B extends BaseBuilder<B, ?>> B configure(B builder, ApiDescription<?> api) {
        return builder.retryer(Retryer.NEVER_RETRY)
                .logLevel(Logger.Level.NONE)
                .requestInterceptor(new CompletePath())
                .requestInterceptor(template -> requireHeaders(FeignClient.operation(api, template), template))
                .encoder(new BodyEncoder(api))
                .decoder(new ResultDecoder());
    }

    /** Feign leaves out a header that is null, whatever its annotations say. */
    private static void requireHeaders(Operation operation, RequestTemplate template) {
        for (String required : operation.requiredHeaders()) {
            boolean isCookie = required.startsWith(COOKIE);
            boolean isThere = isCookie
                    ? template.headers().getOrDefault("Cookie", List.of()).stream()
                            .anyMatch(line -> ("; " + line).contains("; " + required.substring(COOKIE.length()) + "="))
                    : template.headers().containsKey(required);
            if (!isThere) {
                throw new IllegalArgumentException(
                        (isCookie ? "The cookie " : "The header ") + required.substring(isCookie ? COOKIE.length() : 0)
                                + " of " + operation.id() + " is null. Pass its value.");
            }
        }
    }

    /** Writes bodies, and says their media type, with the writers that the generated code names for each operation. */
    record BodyEncoder(ApiDescription<?> api) implements Encoder {
        @Override
        @SuppressWarnings("unchecked") // The description and the method come from one template.
        public void encode(Object body, Type type, RequestTemplate template) {
            Operation operation = FeignClient.operation(api, template);
            BodyWriter<?> writer = operation.request();
            if (writer == null) {
                throw new IllegalArgumentException(operation.id() + " has no body");
            }
            RequestBody written = ((BodyWriter<Object>) writer).write(body);
            template.body(written.bytes(), StandardCharsets.UTF_8);
            template.removeHeader("Content-Type").header("Content-Type", written.mediaType());
        }
    }

    /** What the handler gave is the result. */
    private static final class ResultDecoder implements Decoder {
        @Override
        public @Nullable Object decode(Response response, Type type) {
            return response.body() instanceof FeignClient.Result result ? result.value() : null;
        }
    }
}
