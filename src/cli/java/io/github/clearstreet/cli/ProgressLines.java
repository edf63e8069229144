package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.TimelineEvent;
import io.github.clearstreet.internal.text.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** For a log, a pipe, a screen reader: one line for each thing, and nothing is ever written over. */
final class ProgressLines implements ProgressView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** After so long without a word people think that it hangs. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final PrintWriter err;
    private final boolean several;
    private Instant lastLineAt = Instant.MIN;

    /** @param several whether each line names the account */
    ProgressLines(PrintWriter err, boolean several) {
        this.err = err;
        this.several = several;
    }

    /** One event as a line. */
    static String line(long account, TimelineEvent event, String text, boolean several) {
        return TIME.format(event.at())
                + "  "
                + (several ? account + "  " : "")
                + String.format(Locale.ROOT, "%-15s", event.kind())
                + "  "
                + Printable.text(text);
    }

    @Override
    public void event(
            AccountProgress account, TimelineEvent event, String text, List<AccountProgress> all, Instant now) {
        print(line(account.account(), event, text, several), now);
    }

    @Override
    public void second(List<AccountProgress> all, Instant now) {
        List<AccountProgress> running =
                all.stream().filter(account -> !account.hasEnded()).toList();
        if (!running.isEmpty() && Duration.between(lastLineAt, now).compareTo(SILENCE) >= 0) {
            running.forEach(account -> print(waiting(account, now), now));
        }
    }

    private static String waiting(AccountProgress account, Instant now) {
        return TIME.format(now) + "  WAITING          account " + account.account() + ": "
                + (account.hasLooked() ? Plurals.of(account.held().size(), "position") : "? positions")
                + " left, " + Plurals.of(account.orders(), "working order") + ", after " + account.elapsed(now);
    }

    private void print(String line, Instant now) {
        err.println(line);
        err.flush();
        lastLineAt = now;
    }
}
