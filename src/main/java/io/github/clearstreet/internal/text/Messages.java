package io.github.clearstreet.internal.text;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The parts that messages are put together from. Text of the server is cut short and kept on one line. */
public final class Messages {
    private static final int LONGEST_QUOTE = 200;

    private Messages() {}

    public static String ofAccount(OptionalLong accountId) {
        return accountId.isPresent() ? " of account " + accountId.getAsLong() : "";
    }

    public static String requestId(Optional<String> requestId) {
        return requestId.isPresent() ? " (request id " + oneLine(requestId.get()) + ")" : "";
    }

    public static String wait(@Nullable Duration retryAfter) {
        return retryAfter == null ? "" : " The server asks to wait " + retryAfter.toSeconds() + " s.";
    }

    public static String oneLine(String text) {
        StringBuilder quote = new StringBuilder();
        for (int at = 0, count = 0; at < text.length() && count < LONGEST_QUOTE; count++) {
            int c = text.codePointAt(at);
            boolean breaksLine = Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR;
            quote.appendCodePoint(breaksLine ? ' ' : c);
            at += Character.charCount(c);
        }
        String line = quote.toString().strip();
        return line.length() < text.strip().length() && text.length() > LONGEST_QUOTE ? line + "…" : line;
    }
}
