package io.github.clearstreet.internal.transport;

import feign.RequestTemplate;
import feign.codec.Encoder;
import io.github.clearstreet.internal.json.Codec;
import io.github.clearstreet.model.ModelCodecs;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes a request body with the generated codec of its model. */
final class ModelEncoder implements Encoder {
    @Override
    public void encode(Object model, Type type, RequestTemplate template) {
        template.body(write((Class<?>) type, model), StandardCharsets.UTF_8);
    }

    private static <T> byte[] write(Class<T> type, Object model) {
        Codec<T> codec = ModelCodecs.of(type);
        return codec.write(type.cast(model));
    }
}
