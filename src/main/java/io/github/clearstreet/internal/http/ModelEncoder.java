package io.github.clearstreet.internal.http;

import feign.RequestTemplate;
import feign.codec.Encoder;
import io.github.clearstreet.runtime.json.ValueCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes a request body with the generated codecs. */
final class ModelEncoder implements Encoder {
    private final TypeCodecs codecs;

    ModelEncoder(TypeCodecs codecs) {
        this.codecs = codecs;
    }

    @Override
    @SuppressWarnings("unchecked") // Feign gives the type of the parameter that the body was passed as.
    public void encode(Object body, Type type, RequestTemplate template) {
        template.body(((ValueCodec<Object>) codecs.of(type)).write(body), StandardCharsets.UTF_8);
    }
}
