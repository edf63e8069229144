package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.text.Messages;
import io.github.clearstreet.json.ReadableValue;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.runtime.request.Operation;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the listener of calls. Whatever they throw, even an Error, changes no call. Thread-safe. */
record CallNotifier(@Nullable CallListener listener) {
    private static final String LISTENER_FAILED = "a CallListener threw; the call goes on as if it had not";

    void started(CallListener.Start start) {
        try {
            if (listener != null) {
                listener.onStart(start);
            }
        } catch (Throwable thrown) {
            warn(LISTENER_FAILED, thrown);
        }
    }

    void ended(Operation operation, CallListener.End end, Call call, @Nullable Object data) {
        try {
            Log.ended(operation, end, call, data);
        } catch (Throwable dropped) {
            // A full disk under the log is no news about the account.
        }
        try {
            if (listener != null) {
                listener.onEnd(end);
            }
        } catch (Throwable thrown) {
            warn(LISTENER_FAILED, thrown);
        }
    }

    void callEnded(CallListener.CallEnd end) {
        try {
            if (listener != null) {
                listener.onCallEnd(end);
            }
        } catch (Throwable thrown) {
            warn(LISTENER_FAILED, thrown);
        }
    }

    static void outcomeNotWritten(String attemptId, Throwable thrown) {
        warn(
                "the outcome of attempt " + attemptId + " could not be written to the journal: it stays unresolved",
                thrown);
    }

    private static void warn(String message, Throwable thrown) {
        try {
            Log.LOG.warn(message, thrown);
        } catch (Throwable dropped) {
            // There is no place left to tell it.
        }
    }

    /**
     * Writes one line for each call to the logger {@code io.github.clearstreet}: the unknown outcome of a change as a
     * warning, an accepted change at info with the ids of its orders, everything else at debug. Trace adds the headers of the
     * response that are on the list below, and no others. A class of its own, because a broken log must not break a client.
     */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger("io.github.clearstreet");
        private static final Set<String> LOGGED_HEADERS =
                Set.of("content-length", "content-type", "date", "retry-after", "server", "x-request-id");

        private static final int MOST_ORDERS = 20;

        private Log() {}

        static void ended(Operation operation, CallListener.End end, Call call, @Nullable Object data) {
            if (end.outcome() == Outcome.UNKNOWN && !operation.isRead()) {
                LOG.warn(line(end));
            } else if (end.outcome() == Outcome.ACCEPTED && !operation.isRead()) {
                if (LOG.isInfoEnabled()) {
                    LOG.info("{}{}", line(end), orders(data));
                }
            } else if (LOG.isDebugEnabled()) {
                LOG.debug(line(end));
            }
            if (LOG.isTraceEnabled()) {
                LOG.trace("headers of the response: {}", listed(call));
            }
        }

        private static String line(CallListener.End end) {
            Optional<ClearStreetException> failure = end.failure();
            return failure.isPresent() ? String.valueOf(failure.get().getMessage()) : accepted(end);
        }

        private static String accepted(CallListener.End end) {
            return end.start().operation() + Messages.ofAccount(end.start().accountId()) + " was accepted with "
                    + end.status().orElse(0) + " after " + end.elapsed().toMillis() + " ms"
                    + Messages.requestId(end.requestId());
        }

        private static String orders(@Nullable Object data) {
            List<?> orders = data instanceof List<?> list ? list : data == null ? List.of() : List.of(data);
            if (orders.isEmpty()) {
                return ", no orders";
            }
            StringJoiner ids = new StringJoiner(", ", ", orders: ", orders.size() > MOST_ORDERS ? " and others" : "");
            for (Object row : orders.subList(0, Math.min(orders.size(), MOST_ORDERS))) {
                if (row instanceof Order order) {
                    ids.add(ReadableValue.optional(order::id)
                            .map(Messages::oneLine)
                            .orElse("?"));
                }
            }
            return ids.toString();
        }

        private static Map<String, List<String>> listed(Call call) {
            return call.responseHeaders().map(HttpHeaders::map).orElse(Map.of()).entrySet().stream()
                    .filter(header -> LOGGED_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
