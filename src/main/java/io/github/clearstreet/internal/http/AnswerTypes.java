package io.github.clearstreet.internal.http;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;

/** Refuses a call whose answer could not be read, before anything is sent: afterwards its outcome would be lost. */
final class AnswerTypes implements RequestInterceptor {
    private final TypeCodecs codecs;

    AnswerTypes(TypeCodecs codecs) {
        this.codecs = codecs;
    }

    /** @throws IllegalArgumentException if no codec reads what the method returns */
    @Override
    public void apply(RequestTemplate template) {
        Type answer = answer(template.methodMetadata().returnType());
        if (answer != void.class && answer != Void.class) {
            codecs.of(answer);
        }
    }

    private static Type answer(Type returned) {
        return returned instanceof ParameterizedType future && future.getRawType() == CompletableFuture.class
                ? future.getActualTypeArguments()[0]
                : returned;
    }
}
