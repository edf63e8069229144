package io.github.clearstreet.internal.http;

import feign.RequestTemplate;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.Encoder;
import io.github.clearstreet.internal.http.TransportException.Kind;
import io.github.clearstreet.internal.http.TransportException.Reason;
import io.github.clearstreet.runtime.json.Codec;
import io.github.clearstreet.runtime.json.MalformedJsonException;
import io.github.clearstreet.runtime.request.ApiDescription;
import io.github.clearstreet.runtime.request.Operation;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes and reads bodies with the codecs that the generated code names for each operation. */
final class OperationCodecs implements Encoder, Decoder {
    private final ApiDescription<?> api;

    OperationCodecs(ApiDescription<?> api) {
        this.api = api;
    }

    @Override
    @SuppressWarnings("unchecked") // The description and the method come from one template.
    public void encode(Object body, Type type, RequestTemplate template) {
        Codec<?> codec = operation(template).request();
        if (codec == null) {
            throw new IllegalArgumentException(operation(template).id() + " has no body");
        }
        template.body(((Codec<Object>) codec).write(body), StandardCharsets.UTF_8);
    }

    /** @throws TransportException if there is no body, or if it cannot be read as a whole: the outcome is unknown then */
    @Override
    public Object decode(Response response, Type type) throws IOException {
        Codec<?> codec = operation(response.request().requestTemplate()).response();
        byte[] json = bytes(response);
        if (codec == null || json.length == 0) {
            throw new TransportException(Kind.UNKNOWN, Reason.EMPTY, null);
        }
        try {
            return codec.read(json);
        } catch (MalformedJsonException e) {
            throw new TransportException(Kind.UNKNOWN, Reason.UNREADABLE, e);
        }
    }

    private Operation operation(RequestTemplate template) {
        return api.operation(template.methodMetadata().configKey());
    }

    private static byte[] bytes(Response response) throws IOException {
        if (response.body() instanceof WholeBody whole) {
            return whole.bytes();
        }
        return response.body() == null
                ? new byte[0]
                : response.body().asInputStream().readAllBytes();
    }
}
