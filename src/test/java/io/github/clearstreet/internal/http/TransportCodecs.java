package io.github.clearstreet.internal.http;

import feign.codec.Decoder;
import feign.codec.Encoder;
import io.github.clearstreet.runtime.json.ByteChunks;
import io.github.clearstreet.runtime.request.ApiDescription;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** Our own encoder and decoder, for any generated interface. */
public final class TransportCodecs {
    private TransportCodecs() {}

    public static Encoder encoder(ApiDescription<?> api) {
        return new FeignApis.BodyEncoder(api);
    }

    public static Decoder decoder(ApiDescription<?> api) {
        return (response, type) -> new ReceivedResponse(
                        response.status(),
                        "",
                        ByteChunks.of(response.body().asInputStream().readAllBytes()),
                        new ApiKey("a-key-that-nobody-sends"))
                .read(
                        FeignClient.operation(api, response.request().requestTemplate()),
                        new Call(
                                false,
                                OptionalLong.empty(),
                                Duration.ofHours(1),
                                Map.of(),
                                Credentials.NONE,
                                Clock.systemUTC()));
    }
}
