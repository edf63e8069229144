package io.github.clearstreet.internal.http;

import feign.Request.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One attempt of a call that changes nothing. The only kind of call that may have a successor, which is why it can travel as
 * a GET only: the transport refuses to send anything else with it.
 */
public final class ReadCall extends Call {
    /** As for any call. */
    public ReadCall(OptionalLong accountId, Duration deadline, Map<String, String> headers, Clock clock) {
        super(accountId, deadline, headers, clock);
    }

    @Override
    void check(HttpMethod method) {
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            throw new IllegalStateException(
                    "A read must be a GET, because it may be sent again. " + method + " was not sent.");
        }
    }
}
