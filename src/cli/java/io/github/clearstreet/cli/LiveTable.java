package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.TimelineEvent;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * For a person at a terminal: a table at the bottom that is written over, and above it, for good, what was sent and what came of
 * it. Only ASCII, so that a line has as many columns as characters.
 */
final class LiveTable implements ProgressView {
    private static final int ROWS = 12;
    /** How long a width is believed. */
    private static final int WIDTH_SECONDS = 5;

    private static final Set<Kind> FOR_GOOD = EnumSet.complementOf(EnumSet.of(Kind.STARTED, Kind.READ, Kind.ORDER));

    private final PrintWriter err;
    private final Terminal terminal;
    private final Palette palette;
    private int height;
    private int width;
    private Instant widthAskedAt = Instant.MIN;

    LiveTable(PrintWriter err, Terminal terminal, Palette palette) {
        this.err = err;
        this.terminal = terminal;
        this.palette = palette;
    }

    @Override
    public void event(
            AccountProgress account, TimelineEvent event, String text, List<AccountProgress> all, Instant now) {
        draw(
                FOR_GOOD.contains(event.kind())
                        ? List.of(ProgressLines.line(account.account(), event, text, all.size() > 1))
                        : List.of(),
                all,
                now);
    }

    @Override
    public void second(List<AccountProgress> all, Instant now) {
        if (all.stream().anyMatch(account -> !account.hasEnded())) {
            draw(List.of(), all, now);
        }
    }

    private void draw(List<String> above, List<AccountProgress> all, Instant now) {
        askForTheWidth(now);
        StringBuilder text = new StringBuilder();
        if (height > 0) {
            text.append("\u001b[").append(height).append('A'); // to the first line of the table
        }
        text.append("\r\u001b[J"); // and away with it
        above.forEach(line -> text.append(line).append('\n'));
        List<String> table = table(all, now);
        table.forEach(line -> text.append(line).append('\n'));
        height = table.size();
        err.print(text);
        err.flush();
    }

    /** To ask may start a process: not for each line. */
    private void askForTheWidth(Instant now) {
        if (widthAskedAt.plusSeconds(WIDTH_SECONDS).isBefore(now)) {
            width = terminal.width();
            widthAskedAt = now;
        }
    }

    private List<String> table(List<AccountProgress> all, Instant now) {
        // Those that still run first: there may be more than fit.
        List<AccountProgress> sorted = Stream.concat(
                        all.stream().filter(account -> !account.hasEnded()),
                        all.stream().filter(AccountProgress::hasEnded))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(palette.title(cut(row("ACCOUNT", "POSITIONS", "ORDERS", "ELAPSED", "NOW"))));
        sorted.stream().limit(ROWS).forEach(account -> lines.add(row(account, now)));
        if (all.size() == 1) {
            all.get(0).held().stream()
                    .limit(ROWS)
                    .forEach(position ->
                            lines.add(cut("    " + position.quantity().toPlainString() + " " + position.symbol())));
        }
        int hidden = all.size() == 1 ? all.get(0).held().size() - ROWS : all.size() - ROWS;
        if (hidden > 0) {
            lines.add(cut("    and " + hidden + " more"));
        }
        return lines;
    }

    private String row(AccountProgress account, Instant now) {
        String line = cut(row(
                Long.toString(account.account()),
                account.positions(),
                Integer.toString(account.orders()),
                account.elapsed(now),
                account.lastText()));
        if (!account.hasEnded()) {
            return line;
        }
        return account.lastText().startsWith("FLAT") ? palette.good(line) : palette.bad(line);
    }

    private static String row(String account, String positions, String orders, String elapsed, String now) {
        return String.format(Locale.ROOT, "%-12s %9s %6s %7s  %s", account, positions, orders, elapsed, now);
    }

    /** One column stays free: a full line makes some terminals begin another one. */
    private String cut(String line) {
        String ascii = line.replaceAll("[^ -~]", "?");
        return ascii.substring(0, Math.min(ascii.length(), Math.max(1, width - 1)));
    }
}
