package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    @Override
    void sleep(Duration passed) {
        time.stepWallClock(passed);
    }

    @Test
    void entries_areLinesOfJson_oneForEachEvent() throws IOException {
        String id = one.begin(close(Decision.none())).attemptId();
        one.end(id, new AttemptOutcome(AttemptState.REJECTED, 403, "r", List.of(), "no right"));

        List<String> lines = Files.readAllLines(file());
        ProcessIdentity self = ProcessIdentity.current();
        String nanos = ",\"nanos\":" + time.nanoTime();
        assertThat(lines)
                .containsExactly(
                        "{\"v\":1,\"type\":\"intent\",\"at\":\"2026-11-25T16:18:50.834Z\",\"account\":19816,\"host\":\""
                                + self.host() + "\",\"process\":" + self.process() + nanos + ",\"attempt\":\"" + id
                                + "\",\"operation\":\"close_positions\",\"ids\":[],\"positions\":[],"
                                + "\"send_by\":\"2026-11-25T16:19:00.834Z\"}",
                        "{\"v\":1,\"type\":\"outcome\",\"at\":\"2026-11-25T16:18:50.834Z\",\"account\":19816,\"host\":\""
                                + self.host() + "\",\"process\":" + self.process() + nanos + ",\"attempt\":\"" + id
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
    void aLastLineWithHoles_wasNeverWritten_butOneInTheMiddleIsDamaged() throws IOException {
        one.begin(cancel(Decision.none()));
        String whole = Files.readString(file());
        String holes = whole.substring(0, 40) + "\0".repeat(60) + whole.substring(100);
        Files.writeString(file(), holes, StandardOpenOption.APPEND);

        assertThat(FileJournal.in(directory).attempts(Instant.EPOCH)).hasSize(1);
        other.begin(cancel(Decision.none()));
        assertThat(other.attempts(Instant.EPOCH)).hasSize(2);

        Files.writeString(file(), holes + whole);
        assertThatThrownBy(() -> FileJournal.in(directory).unresolved())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aLineOfAnotherAccount_refusesEverything() throws IOException {
        one.acquire(ACCOUNT, LEASE);
        Files.writeString(file(), Files.readString(file()).replace("\"account\":19816", "\"account\":777"));

        assertThatThrownBy(() -> FileJournal.in(directory).unresolved(ACCOUNT))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("it is about account 777");
    }

    @Test
    void aDirectoryThatIsGone_refuses_insteadOfKnowingNothing() throws IOException {
        one.begin(close(Decision.none()));
        Files.move(directory, home.resolve("away"));

        for (Journal journal : List.of(one, other)) {
            assertThatThrownBy(() -> journal.unresolved(ACCOUNT))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("is gone");
            assertThatThrownBy(journal::unresolved).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> journal.begin(close(Decision.none()))).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> journal.acquire(ACCOUNT, LEASE)).isInstanceOf(JournalException.class);
        }
    }

    @Test
    void aFileThatIsReplaced_refuses() throws IOException {
        one.begin(close(Decision.none()));
        Path copy = Files.copy(file(), home.resolve("copy"));
        Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> one.unresolved(ACCOUNT))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("replaced");
    }

    @Test
    void aWallClockThatStepsForward_shortensNoWindow_andGivesTheAccountToNobody_andItsHolderRenews() {
        Lease lease = one.acquire(ACCOUNT, LEASE);
        one.begin(close(Decision.none().withLease(lease)));
        time.pass(Duration.ofSeconds(2));
        time.stepWallClock(Duration.ofMinutes(10));

        Attempt attempt = other.unresolved(ACCOUNT).get(0);

        assertThat(attempt.latestSending())
                .isEqualTo(other.now().plus(SEND_WITHIN).minusSeconds(2));
        assertThat(attempt.recordedAt()).isBefore(other.now().minusSeconds(600)); // the earliest it can have been
        assertThatThrownBy(() -> other.acquire(ACCOUNT, LEASE)).isInstanceOf(LeaseHeldException.class);
        assertThatThrownBy(() -> lease.check(Duration.ZERO)).isInstanceOf(LeaseLostException.class);
        one.renew(lease).check(Duration.ofSeconds(29));
    }

    @Test
    void aWallClockThatStepsForward_afterTheOutcomeWasUnknown_shortensNoWindow() {
        one.end(one.begin(close(Decision.none())).attemptId(), outcome(AttemptState.UNKNOWN));
        time.stepWallClock(Duration.ofMinutes(10));

        assertThat(other.unresolved(ACCOUNT).get(0).latestSending()).isEqualTo(other.now());
        assertThat(other.unresolved().get(0).latestSending()).isEqualTo(other.now());
    }

    @Test
    void aWallClockThatStepsBack_lengthensNothing_whileTheMachineRuns() {
        FileJournal dead = FileJournal.in(directory, time, time::nanoTime, "this start");
        FileJournal next = FileJournal.in(directory, time, time::nanoTime, "this start");
        Lease lease = dead.acquire(ACCOUNT, LEASE);
        dead.begin(close(Decision.none().withLease(lease)));
        time.stepWallClock(Duration.ofMinutes(-10));
        time.pass(LEASE.plusSeconds(1));

        Attempt attempt = next.unresolved(ACCOUNT).get(0);

        assertThat(attempt.latestSending()).isEqualTo(next.now().minusSeconds(21));
        assertThat(attempt.recordedAt()).isEqualTo(next.now().minusSeconds(31));
        assertThat(next.acquire(ACCOUNT, LEASE).token()).isGreaterThan(lease.token());
    }

    @Test
    void aMachineThatWasStartedAgain_hasAtLeastRunSinceThen() {
        FileJournal dead = FileJournal.in(directory, time, time::nanoTime, "first start");
        dead.begin(close(Decision.none()));
        time.stepWallClock(Duration.ofHours(1)); // nobody knows how long it was off, and whether its clock is right
        FileJournal next =
                FileJournal.in(directory, time, () -> Duration.ofSeconds(5).toNanos(), "second start");

        assertThat(next.unresolved().get(0).latestSending())
                .isEqualTo(next.now().plus(SEND_WITHIN).minusSeconds(5));
    }

    @Test
    void aLongFile_isReadFromItsLastCheckpoint_butItsAuditFromTheBeginning() throws IOException {
        String open = one.begin(close(Decision.none())).attemptId();
        one.end(open, outcome(AttemptState.UNKNOWN));
        Lease lease = one.acquire(ACCOUNT, LEASE);
        String filler = other.begin(cancel(Decision.none())).attemptId();
        other.end(filler, outcome(AttemptState.ACCEPTED));
        List<String> lines = Files.readAllLines(file());
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            String id = ACCOUNT + "-" + i;
            many.append(lines.get(3).replace(filler, id)).append('\n');
            many.append(lines.get(4).replace(filler, id)).append('\n');
        }
        Files.writeString(file(), many, StandardOpenOption.APPEND);
        time.pass(Duration.ofSeconds(3));
        FileJournal last = FileJournal.in(directory, time, time::nanoTime);
        Instant since = last.now();
        last.begin(cancel(Decision.none().withLease(lease))); // it is time for a checkpoint
        last.begin(cancel(Decision.none()));
        assertThat(last.attempts(Instant.EPOCH)).hasSize(2_004);

        byte[] bytes = Files.readAllBytes(file());
        bytes[Files.readString(file()).indexOf("19816-1000\"")] = '"';
        Files.write(file(), bytes);
        FileJournal restarted = FileJournal.in(directory, time, time::nanoTime);

        assertThat(restarted.unresolved(ACCOUNT)).hasSize(3).first().satisfies(attempt -> {
            assertThat(attempt.id()).isEqualTo(open);
            assertThat(attempt.state()).isEqualTo(AttemptState.UNKNOWN);
        });
        assertThat(restarted.holder(ACCOUNT)).map(LeaseHolder::token).hasValue(lease.token());
        assertThat(restarted.renew(lease).token()).isEqualTo(lease.token());
        assertThat(restarted.attempts(since.plusSeconds(1))).isEmpty();
        assertThatThrownBy(() -> restarted.attempts(Instant.EPOCH)).isInstanceOf(JournalException.class);
    }

    private Path file() {
        return directory.resolve("19816.jsonl");
    }
}
