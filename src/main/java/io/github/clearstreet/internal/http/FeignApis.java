package io.github.clearstreet.internal.http;

import feign.AsyncFeign;
import feign.BaseBuilder;
import feign.Feign;
import feign.InvocationContext;
import feign.Logger;
import feign.ResponseInterceptor;
import feign.Retryer;
import feign.codec.DecodeException;
import io.github.clearstreet.runtime.request.ApiDescription;
import io.github.clearstreet.runtime.request.CompletePath;

/**
 * Makes the generated interfaces work over a transport, with all that Feign would do again by itself switched off.
 *
 * <p>A method is called {@linkplain HttpTransport#within within} a {@link Call}, and throws (or fails with) exactly a {@link
 * TransportException} or an {@link HttpStatusException} when the call does not succeed.
 */
public final class FeignApis {
    private FeignApis() {}

    /** An interface whose methods wait for the answer. Thread-safe, as is the result; make it once. */
    public static <T> T blocking(ApiDescription<T> api, HttpTransport transport) {
        return configure(Feign.builder(), api)
                .client(new BlockingClient(transport))
                .target(api.type(), transport.settings().baseUri().toString());
    }

    /** An interface whose methods return a future. Thread-safe, as is the result; make it once. */
    public static <T> T nonBlocking(ApiDescription<T> api, HttpTransport transport) {
        return configure(AsyncFeign.builder(), api)
                .client(new NonBlockingClient(transport))
                .target(api.type(), transport.settings().baseUri().toString());
    }

    private static <B extends BaseBuilder<B, ?>> B configure(B builder, ApiDescription<?> api) {
        OperationCodecs codecs = new OperationCodecs(api);
        return builder.retryer(Retryer.NEVER_RETRY)
                .logLevel(Logger.Level.NONE)
                .requestInterceptor(new CompletePath())
                .encoder(codecs)
                .decoder(codecs)
                .errorDecoder(new StatusErrorDecoder())
                .responseInterceptor(FeignApis::unwrap);
    }

    /** Feign wraps what a decoder throws, with the text of the body in the message. */
    private static Object unwrap(InvocationContext context, ResponseInterceptor.Chain chain) throws Exception {
        try {
            return chain.next(context);
        } catch (DecodeException e) {
            if (e.getCause() instanceof TransportException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
