package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest extends JournalContract {
    private final TestTime time = new TestTime();

    @TempDir
    private Path home;

    private Path directory;
    private FileJournal one;
    private FileJournal other;

    @BeforeEach
    void open() {
        directory = home.resolve("state").resolve("journal");
        one = FileJournal.in(directory, time, time::nanoTime);
        other = FileJournal.in(directory, time, time::nanoTime);
    }

    @Override
    Journal one() {
        return one;
    }

    @Override
    Journal other() {
        return other;
    }

    @Override
    void pass(Duration passed) {
        time.pass(passed);
    }

    @Test
    void entries_areLinesOfJson_oneForEachEvent() throws IOException {
        String id = one.begin(close(Decision.none())).attemptId();
        one.end(id, new AttemptOutcome(AttemptState.REJECTED, 403, "r", List.of(), "no right"));

        List<String> lines = Files.readAllLines(file());
        ProcessIdentity self = ProcessIdentity.current();
        assertThat(lines)
                .containsExactly(
                        "{\"v\":1,\"type\":\"intent\",\"at\":\"2026-11-25T16:18:50.834Z\",\"account\":19816,\"host\":\""
                                + self.host() + "\",\"process\":" + self.process() + ",\"attempt\":\"" + id
                                + "\",\"operation\":\"close_positions\",\"ids\":[],\"positions\":[],"
                                + "\"send_by\":\"2026-11-25T16:19:00.834Z\"}",
                        "{\"v\":1,\"type\":\"outcome\",\"at\":\"2026-11-25T16:18:50.834Z\",\"account\":19816,\"host\":\""
                                + self.host() + "\",\"process\":" + self.process() + ",\"attempt\":\"" + id
                                + "\",\"state\":\"REJECTED\",\"status\":403,\"request_id\":\"r\",\"order_ids\":[],"
                                + "\"detail\":\"no right\"}");
    }

    @Test
    void aNewJournal_knowsWhatTheLastOneKnew() {
        Lease lease = one.acquire(ACCOUNT, LEASE);
        one.begin(close(Decision.none().withLease(lease)));

        FileJournal restarted = FileJournal.in(directory, time, time::nanoTime);

        assertThat(restarted.unresolved()).hasSize(1);
        assertThatThrownBy(() -> restarted.acquire(ACCOUNT, LEASE)).isInstanceOf(LeaseHeldException.class);
    }

    @Test
    void aTornLastLine_wasNeverWritten_whereverItIsCut() throws IOException {
        one.begin(cancel(Decision.none()));
        byte[] whole = Files.readAllBytes(file());
        for (int cut = 0; cut < whole.length; cut += 7) {
            Files.write(file(), whole);
            Files.write(file(), java.util.Arrays.copyOf(whole, cut), StandardOpenOption.APPEND);
            FileJournal restarted = FileJournal.in(directory, time, time::nanoTime);

            assertThat(restarted.unresolved()).hasSize(1);
            assertThat(restarted.attempts(Instant.EPOCH)).hasSize(1);
            restarted.begin(cancel(Decision.none()));

            assertThat(Files.readAllLines(file())).hasSize(2);
            assertThat(FileJournal.in(directory, time, time::nanoTime).unresolved())
                    .hasSize(2);
        }
    }

    @Test
    void zerosAfterTheLastLine_wereNeverWritten() throws IOException {
        one.begin(cancel(Decision.none()));
        Files.write(file(), new byte[4096], StandardOpenOption.APPEND);

        other.begin(cancel(Decision.none()));

        assertThat(other.attempts(Instant.EPOCH)).hasSize(2);
    }

    @Test
    void aDamagedLineInTheMiddle_refusesEverything_andSaysWhere() throws IOException {
        one.begin(cancel(Decision.none()));
        long damagedAt = Files.size(file());
        Files.writeString(file(), "{\"v\":1,\"type\":\"out\n", StandardOpenOption.APPEND);
        FileJournal restarted = FileJournal.in(directory, time, time::nanoTime);

        for (Journal journal : List.of(one, restarted)) {
            assertThatThrownBy(() -> journal.begin(cancel(Decision.none())))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("19816.jsonl")
                    .hasMessageContaining("byte " + damagedAt);
            assertThatThrownBy(() -> journal.attempts(Instant.EPOCH)).isInstanceOf(JournalException.class);
        }
    }

    @Test
    void aLineOfANewerVersion_refusesEverything_butANewFieldDoesNot() throws IOException {
        one.begin(cancel(Decision.none()));
        String line = Files.readString(file());
        Files.writeString(file(), line.replace("\"operation\"", "\"new\":[{\"a\":null}],\"operation\""));
        assertThat(FileJournal.in(directory).unresolved()).hasSize(1);

        for (String newer : List.of(line.replace("\"v\":1", "\"v\":2"), line.replace("\"intent\"", "\"thought\""))) {
            Files.writeString(file(), newer);
            assertThatThrownBy(() -> FileJournal.in(directory).unresolved())
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("newer version");
        }
    }

    @Test
    void aFileThatBecameShorter_refuses() throws IOException {
        one.begin(cancel(Decision.none()));
        Files.write(file(), new byte[0]);

        assertThatThrownBy(() -> one.begin(cancel(Decision.none())))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("shorter");
    }

    @Test
    void aFullDisk_refuses_andNothingIsLeftBehind() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Files.createSymbolicLink(file(), Path.of("/dev/full"));

        assertThatThrownBy(() -> one.begin(cancel(Decision.none())))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Free the disk");
        assertThatThrownBy(() -> one.acquire(ACCOUNT, LEASE)).isInstanceOf(JournalException.class);

        Files.delete(file());
        one.begin(cancel(Decision.none()));
        assertThat(one.unresolved()).hasSize(1);
    }

    @Test
    void aDirectoryThatCannotBeMade_isSaidAtOnce() throws IOException {
        Path taken = Files.writeString(home.resolve("file"), "");

        assertThatThrownBy(() -> FileJournal.in(taken.resolve("journal")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be made");
    }

    @Test
    void filesAndFolders_areReadByTheirOwnerOnly() throws IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
        one.begin(cancel(Decision.none()));

        for (Path folder : List.of(directory, home.resolve("state"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
        for (String name : List.of("19816.jsonl", "19816.lock")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aLinkToTheDirectory_isTheSameJournal() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), directory);
        one.acquire(ACCOUNT, LEASE);

        FileJournal linked = FileJournal.in(link, time, time::nanoTime);

        assertThatThrownBy(() -> linked.acquire(ACCOUNT, LEASE)).isInstanceOf(LeaseHeldException.class);
    }

    @Test
    void strangeFiles_areLeftAlone() throws IOException {
        Files.writeString(directory.resolve("notes.jsonl"), "x", StandardCharsets.UTF_8);

        assertThat(one.unresolved()).isEmpty();
        assertThat(one.attempts(Instant.EPOCH)).isEmpty();
        assertThat(one.unresolved(ACCOUNT)).isEmpty();
        assertThat(directory.resolve("19816.lock")).doesNotExist();
    }

    @Test
    void aWallClockThatStepsForward_fencesTheHolder_insteadOfLettingTwoIn() {
        Lease lease = one.acquire(ACCOUNT, LEASE);
        time.stepWallClock(Duration.ofMinutes(10));

        Lease next = other.acquire(ACCOUNT, LEASE);

        lease.check(Duration.ofSeconds(29));
        assertThatThrownBy(() -> one.begin(cancel(Decision.none().withLease(lease))))
                .isInstanceOf(LeaseLostException.class);
        other.begin(cancel(Decision.none().withLease(next)));
    }

    private Path file() {
        return directory.resolve("19816.jsonl");
    }
}
