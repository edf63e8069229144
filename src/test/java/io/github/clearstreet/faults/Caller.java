package io.github.clearstreet.faults;

import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.api.PositionsApiAsync;
import io.github.clearstreet.internal.transport.*;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;

/** Calls as a user does and says in one line what the user was told. */
final class Caller implements AutoCloseable {
    final HttpTransport transport;
    final PositionsApi api;
    final PositionsApiAsync async;

    Caller(URI base) {
        transport = new HttpTransport(
                TransportSettings.builder(base, new ApiKey("k"), "test").build());
        api = FeignApis.blocking(PositionsApi.class, transport);
        async = FeignApis.nonBlocking(PositionsApiAsync.class, transport);
    }

    String close(Style style, Form form, Duration deadline) {
        Call call = new Call(OptionalLong.of(19816), deadline, Map.of(), Clock.systemUTC());
        try {
            if (style == Style.BLOCKING) {
                api.closePositions(19816, form.request, call);
            } else {
                async.closePositions(19816, form.request, call).join();
            }
            return "ACCEPTED";
        } catch (CompletionException e) {
            return told(e.getCause());
        } catch (RuntimeException e) {
            return told(e);
        }
    }

    static String told(Throwable failure) {
        if (failure instanceof TransportException e) {
            if (System.getProperty("causes") != null)
                System.out.println("      " + e.reason() + " <- " + e.getCause() + " <- "
                        + (e.getCause() == null ? null : e.getCause().getCause()));
            return e.kind() + " " + e.reason();
        }
        if (failure instanceof HttpStatusException e) {
            boolean rejected = e.status() >= 400 && e.status() < 500 && e.status() != 408;
            return (rejected ? "REJECTED " : "UNKNOWN ") + e.status();
        }
        failure.printStackTrace();
        return failure.toString();
    }

    @Override
    public void close() {
        transport.close();
    }
}
