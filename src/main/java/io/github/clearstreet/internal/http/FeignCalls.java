package io.github.clearstreet.internal.http;

import feign.Request;
import feign.Response;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What the blocking and the non-blocking client have in common. */
final class FeignCalls {
    private FeignCalls() {}

    /** The answer for Feign, without headers: they are in the {@link Call}, and Feign would copy them. */
    static Response response(Request request, Answer answer) {
        return Response.builder()
                .request(request)
                .status(answer.status())
                .headers(Map.of())
                .body(new WholeBody(answer.body()))
                .build();
    }

    static Answer answerOrThrow(@Nullable Answer answer, @Nullable Throwable failure) {
        if (answer != null) {
            return answer;
        }
        if (failure instanceof TransportException exception) {
            throw exception;
        }
        throw new CompletionException(failure);
    }
}
