package io.github.clearstreet.internal.http;

import feign.codec.Decoder;
import feign.codec.Encoder;
import io.github.clearstreet.runtime.json.ValueCodec;
import java.util.function.Function;

/** Our own encoder and decoder, for the models of any generated client. */
public final class TransportCodecs {
    private TransportCodecs() {}

    public static Encoder encoder(Function<Class<?>, ValueCodec<?>> models) {
        return new ModelEncoder(new TypeCodecs(models));
    }

    public static Decoder decoder(Function<Class<?>, ValueCodec<?>> models) {
        return new ModelDecoder(new TypeCodecs(models));
    }
}
