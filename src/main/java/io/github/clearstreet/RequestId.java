package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.json.UnreadableValueException;
import java.util.Optional;

/** Finds the id of a request in the body's metadata or, failing that, in a header. */
final class RequestId {
    private RequestId() {}

    static Optional<String> of(Envelope<?> envelope, Call call) {
        try {
            return Optional.of(envelope.metadata().get().requestId());
        } catch (UnreadableValueException e) {
            return inHeaders(call);
        }
    }

    static Optional<String> inHeaders(Call call) {
        return call.responseHeaders().flatMap(headers -> headers.firstValue("x-request-id"));
    }
}
