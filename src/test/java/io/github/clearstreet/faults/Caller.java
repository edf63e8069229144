package io.github.clearstreet.faults;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetBuilder;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.internal.http.TransportException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Calls as a user does, and says in one word or two what the user was told. */
final class Caller implements AutoCloseable {
    static final long ACCOUNT = 19816;
    /** A quarter of what the large responses send, and more than any good one. */
    private static final int MAX_RESPONSE = 2 * 1024 * 1024;

    private final ClearStreet clearStreet;

    Caller(URI baseUrl) {
        this(settings(baseUrl));
    }

    Caller(ClearStreetBuilder settings) {
        this.clearStreet = settings.build();
    }

    static ClearStreetBuilder settings(URI baseUrl) {
        return ClearStreet.builder().apiKey("test-key").baseUrl(baseUrl).maxResponseBytes(MAX_RESPONSE);
    }

    /** Begins a call and does not wait for its end. */
    CompletableFuture<?> begin(Asked asked, Duration deadline) {
        return asked.callAsync(clearStreet, CallOptions.defaults().withDeadline(deadline));
    }

    /** Calls, and waits for the end of the call in either style. */
    String ask(Style style, Asked asked, Duration deadline) {
        try {
            if (style == Style.BLOCKING) {
                asked.call(clearStreet, CallOptions.defaults().withDeadline(deadline));
            } else {
                begin(asked, deadline).join();
            }
            return "ACCEPTED";
        } catch (ClearStreetException e) {
            return told(e);
        } catch (CompletionException e) {
            return told(e.getCause());
        }
    }

    /** The outcome; then the reason that the message gives, or else the status. */
    static String told(@Nullable Throwable failure) {
        if (!(failure instanceof ClearStreetException e)) {
            throw new AssertionError("Not one of the three kinds of failure", failure);
        }
        String message = String.valueOf(e.getMessage());
        return e.outcome() + " "
                + Arrays.stream(Reason.values())
                        .filter(reason -> message.contains(reason.text()))
                        .max(Comparator.comparing(reason -> reason.text().length()))
                        .map(Reason::name)
                        .orElse(
                                e.status().isPresent()
                                        ? Integer.toString(e.status().getAsInt())
                                        : "");
    }

    @Override
    public void close() {
        clearStreet.close();
    }
}
