package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.ProgressListener;
import io.github.clearstreet.closeout.TimelineEvent;
import io.github.clearstreet.internal.text.Printable;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells what a run does while it does it. One line each, on a terminal as in a log: nothing is ever written over. */
final class ProgressPrinter implements ProgressListener {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PrintWriter err;

    ProgressPrinter(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void onEvent(long accountId, TimelineEvent event) {
        err.println(TIME.format(event.at()) + "  " + padded(event.kind()) + "  " + Printable.text(event.text()));
        err.flush();
    }

    private static String padded(TimelineEvent.Kind kind) {
        return String.format(Locale.ROOT, "%-15s", kind);
    }
}
