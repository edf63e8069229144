package io.github.clearstreet.internal.http;

import feign.AsyncClient;
import feign.Client;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import io.github.clearstreet.runtime.request.ApiDescription;
import io.github.clearstreet.runtime.request.Operation;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The end of Feign's way: hands the request to the handler. Thread-safe. */
record FeignClient(ApiDescription<?> api, RequestHandler handler) implements Client, AsyncClient<Object> {
    /** Hands the request over, and gives Feign a response without content. */
    @Override
    public Response execute(Request request, Request.Options options) {
        var unused = handler.handle(operation(api, request.requestTemplate()), request, WorkThread.CALLING);
        return response(request, null);
    }

    /** The response brings the result of the handler through Feign as it is. */
    @Override
    public CompletableFuture<Response> execute(Request request, Request.Options options, Optional<Object> context) {
        RequestTemplate template = request.requestTemplate();
        boolean waits = !(template.methodMetadata().returnType() instanceof ParameterizedType type
                && type.getRawType() == CompletableFuture.class);
        return handler.handle(operation(api, template), request, waits ? WorkThread.CALLING : WorkThread.CALLBACK)
                .thenApply(result -> response(request, result));
    }

    static Operation operation(ApiDescription<?> api, RequestTemplate template) {
        return api.operation(template.methodMetadata().configKey());
    }

    private static Response response(Request request, @Nullable Object result) {
        return Response.builder()
                .request(request)
                .status(200)
                .headers(Map.of())
                .body(new Result(result))
                .build();
    }

    /** A body that is read already. */
    record Result(@Nullable Object value) implements Response.Body {
        @Override
        public @Nullable Integer length() {
            return null;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public InputStream asInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public Reader asReader(Charset charset) {
            return Reader.nullReader();
        }

        @Override
        public void close() {}
    }
}
