package io.github.clearstreet.internal.http;

import feign.AsyncFeign;
import feign.BaseBuilder;
import feign.Feign;
import feign.InvocationContext;
import feign.Logger;
import feign.ResponseInterceptor;
import feign.Retryer;
import feign.codec.DecodeException;
import io.github.clearstreet.model.ModelCodecs;

/**
 * Makes the generated interfaces work over a transport, with all that Feign would do again by itself switched off.
 *
 * <p>Every method of such an interface needs a {@link Call} as its options, and throws (or fails with) exactly a
 * {@link TransportException} or an {@link HttpStatusException} when the call does not succeed. A method that returns a type
 * without a codec sends nothing and throws (or fails with) an {@link IllegalArgumentException}.
 */
public final class FeignApis {
    private FeignApis() {}

    /** An interface whose methods wait for the answer. Thread-safe, as is the result; make it once. */
    public static <T> T blocking(Class<T> api, HttpTransport transport) {
        return configure(Feign.builder())
                .client(new BlockingClient(transport))
                .target(api, transport.settings().baseUri().toString());
    }

    /** An interface whose methods return a future. Thread-safe, as is the result; make it once. */
    public static <T> T nonBlocking(Class<T> api, HttpTransport transport) {
        return configure(AsyncFeign.builder())
                .client(new NonBlockingClient(transport))
                .target(api, transport.settings().baseUri().toString());
    }

    private static <B extends BaseBuilder<B, ?>> B configure(B builder) {
        TypeCodecs codecs = new TypeCodecs(ModelCodecs::of);
        return builder.retryer(Retryer.NEVER_RETRY)
                .logLevel(Logger.Level.NONE)
                .requestInterceptor(new AnswerTypes(codecs))
                .encoder(new ModelEncoder(codecs))
                .decoder(new ModelDecoder(codecs))
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
