package io.github.clearstreet.internal.http;

import feign.Response;
import feign.codec.Decoder;
import io.github.clearstreet.internal.http.TransportException.Kind;
import io.github.clearstreet.internal.http.TransportException.Reason;
import io.github.clearstreet.runtime.json.MalformedJsonException;
import java.io.IOException;
import java.lang.reflect.Type;

/** Reads a good answer with the generated codecs. */
final class ModelDecoder implements Decoder {
    private final TypeCodecs codecs;

    ModelDecoder(TypeCodecs codecs) {
        this.codecs = codecs;
    }

    /** @throws TransportException if there is no body, or if it cannot be read as a whole: the outcome is unknown then */
    @Override
    public Object decode(Response response, Type type) throws IOException {
        byte[] json = bytes(response);
        if (json.length == 0) {
            throw new TransportException(Kind.UNKNOWN, Reason.EMPTY, null);
        }
        try {
            return codecs.of(type).read(json);
        } catch (MalformedJsonException e) {
            throw new TransportException(Kind.UNKNOWN, Reason.UNREADABLE, e);
        }
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
