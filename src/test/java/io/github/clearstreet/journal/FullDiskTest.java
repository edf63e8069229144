package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose files may grow so far and no further (ulimit -f): the system cuts a line off in the middle. */
class FullDiskTest {
    @TempDir
    private Path home;

    @Test
    void begin_whenNoMoreFits_refuses_andEverythingThatWasGrantedIsThere() throws Exception {
        Path directory = home.resolve("journal");
        List<String> lines = new ArrayList<>();
        try (ChildJvm child = ChildJvm.startWithSmallFiles(FullDiskChild.class, List.of(directory.toString()), lines)) {
            child.awaitEnd();
        }

        List<String> granted = ChildJvm.said(lines, "GRANTED");
        assertThat(granted).isNotEmpty();
        assertThat(ChildJvm.said(lines, "REFUSED")).hasSize(3).allMatch(message -> message.contains("Free the disk"));
        assertThat(FileJournal.in(directory).unresolved(FullDiskChild.ACCOUNT))
                .extracting(Attempt::id)
                .isEqualTo(granted);
        assertThat(Files.readString(directory.resolve(FullDiskChild.ACCOUNT + ".jsonl"), StandardCharsets.UTF_8))
                .endsWith("}\n");
        assertThat(ChildJvm.said(lines, "GRANTED_ELSEWHERE")).hasSize(1);
    }
}
