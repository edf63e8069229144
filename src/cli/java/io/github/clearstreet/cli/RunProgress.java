package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.ProgressListener;
import io.github.clearstreet.closeout.TimelineEvent;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Tells on standard error what runs do while they do it, and that they are alive while nothing happens. Thread-safe. */
final class RunProgress implements ProgressListener, AutoCloseable {
    private final CommandContext context;
    private final ProgressView view;
    private final Map<Long, AccountProgress> accounts = new TreeMap<>();
    /** First reads that failed: if they end the run, the result says so, and a wrong key is said once. */
    private final Map<Long, TimelineEvent> heldBack = new TreeMap<>();

    private final Runnable stop;

    private RunProgress(CommandContext context, ProgressView view) {
        this.context = context;
        this.view = view;
        stop = context.everySecond().start(this::second);
    }

    /** Says which server and which accounts it is about, before anything is sent. */
    static RunProgress of(CommandContext context, URI server, List<Long> accounts, boolean quiet) {
        ProgressView view = view(context, accounts.size() > 1, quiet);
        if (!quiet) {
            context.err().println(header(server, accounts));
            context.err().flush();
        }
        return new RunProgress(context, view);
    }

    private static ProgressView view(CommandContext context, boolean several, boolean quiet) {
        if (quiet) {
            return ProgressView.NONE;
        }
        return context.terminal().isLive(context.environment())
                ? new LiveTable(context.err(), context.terminal(), Palette.of(context.environment()))
                : new ProgressLines(context.err(), several);
    }

    private static String header(URI server, List<Long> accounts) {
        return "flatten at " + server + ": "
                + (accounts.size() == 1 ? "account " + accounts.get(0) : Plurals.of(accounts.size(), "account"));
    }

    @Override
    public synchronized void onEvent(long accountId, TimelineEvent event) {
        AccountProgress progress =
                accounts.computeIfAbsent(accountId, number -> new AccountProgress(number, event.at()));
        TimelineEvent before = heldBack.remove(accountId);
        boolean saidByTheResult =
                before != null && event.kind() == Kind.ENDED && event.text().contains(before.text());
        if (before != null && !saidByTheResult) {
            show(progress, before, before.text());
        }
        if (event.kind() == Kind.READ_FAILED && !progress.hasLooked()) {
            heldBack.put(accountId, event);
        } else {
            show(progress, event, saidByTheResult ? event.text().replaceFirst("(?s):.*", "") : event.text());
        }
    }

    private synchronized void second() {
        heldBack.forEach((account, event) -> show(Objects.requireNonNull(accounts.get(account)), event, event.text()));
        heldBack.clear();
        view.second(List.copyOf(accounts.values()), context.clock().instant());
    }

    private void show(AccountProgress progress, TimelineEvent event, String text) {
        progress.add(event);
        view.event(
                progress,
                event,
                text,
                List.copyOf(accounts.values()),
                context.clock().instant());
    }

    /** Nothing is written any more after this. */
    @Override
    public void close() {
        stop.run();
    }
}
