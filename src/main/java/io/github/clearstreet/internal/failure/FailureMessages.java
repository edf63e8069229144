package io.github.clearstreet.internal.failure;

import io.github.clearstreet.internal.text.Messages;
import io.github.clearstreet.journal.JournalException;
import io.github.clearstreet.model.ApiError;
import io.github.clearstreet.runtime.request.Operation;
import java.util.Optional;
import java.util.Set;

/** What the exceptions say: one line, with what became of the account and what to do next. */
public final class FailureMessages {
    private static final String READ_AGAIN = "Nothing was changed; it may be repeated.";

    private static final Set<Integer> GONE = Set.of(404, 410);

    private FailureMessages() {}

    public static String rejected(Operation operation, CallDetails facts, ErrorBody body) {
        return subject(facts) + " was rejected with " + facts.status() + said(facts, body) + ". "
                + whenRefused(operation, facts)
                + rest(facts);
    }

    public static String notSent(Operation operation, CallDetails facts, String reason) {
        return subject(facts) + " was not sent: " + reason + ". "
                + (operation.isRead() ? READ_AGAIN : "Nothing happened; it is safe to send it again.");
    }

    public static String refusedByGuard(CallDetails facts, String refusal) {
        return subject(facts) + " was not sent, a guard refused it: " + refusal + ". Nothing happened.";
    }

    public static String refusedByJournal(CallDetails facts, JournalException refusal) {
        return subject(facts) + " was not sent: " + Messages.oneLine(String.valueOf(refusal.getMessage()))
                + ". Nothing happened.";
    }

    public static String unknown(Operation operation, CallDetails facts, String reason) {
        String after = reason + ", after " + facts.elapsed().toMillis() + " ms. ";
        return operation.isRead()
                ? subject(facts) + " failed: " + after + READ_AGAIN + rest(facts)
                : subject(facts) + " has an unknown outcome: " + after
                        + "It may have been carried out: look at orders and positions before sending again."
                        + rest(facts);
    }

    /** What the server gave as the reason, or what stands between us and the server. */
    public static String said(CallDetails facts, ErrorBody body) {
        return message(facts)
                + (body.page() == null ? "" : " from something before the API " + body.page())
                + orders(body);
    }

    private static String message(CallDetails facts) {
        if (facts.errorJson() == null) {
            return "";
        }
        try {
            return ": "
                    + Messages.oneLine(ApiError.fromJson(facts.errorJson()).message())
                            .replaceAll("\\.$", "");
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    private static String orders(ErrorBody body) {
        if (!body.hasData()) {
            return "";
        }
        return body.orderIds().isEmpty()
                ? "; but what came with it has data, or was cut before its end"
                : "; but orders came with it: " + Messages.oneLine(String.join(", ", body.orderIds()));
    }

    private static String whenRefused(Operation operation, CallDetails facts) {
        if (operation.isRead()) {
            return READ_AGAIN;
        }
        // Something on the way may have sent it twice: then this is the response to the second one.
        return GONE.contains(facts.status())
                ? "What it names is not there, or not any more: look at orders and positions before you act."
                : "Nothing was changed.";
    }

    private static String subject(CallDetails facts) {
        return facts.operation() + (facts.accountId() == null ? "" : " of account " + facts.accountId());
    }

    private static String rest(CallDetails facts) {
        return Messages.wait(facts.retryAfter()) + Messages.requestId(Optional.ofNullable(facts.requestId()));
    }
}
