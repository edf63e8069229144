package io.github.clearstreet.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes intents down until it is refused, three times, and then one of another account, whose file is empty. */
final class FullDiskChild {
    static final long ACCOUNT = 19816;

    private FullDiskChild() {}

    /** The argument is the directory of the journal. */
    public static void main(String[] arguments) {
        Journal journal = FileJournal.in(Path.of(arguments[0]));
        for (int refused = 0; refused < 3; ) {
            try {
                System.out.println("GRANTED " + begin(journal, ACCOUNT));
            } catch (JournalException e) {
                System.out.println("REFUSED " + e.getMessage());
                refused++;
            }
        }
        System.out.println("GRANTED_ELSEWHERE " + begin(journal, ACCOUNT + 1));
    }

    private static String begin(Journal journal, long account) {
        return journal.begin(new Intent(
                        account, "cancel_open_order", null, List.of("1"), Duration.ofSeconds(10), Decision.none()))
                .attemptId();
    }
}
