package io.github.clearstreet.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread of one process at a time through. The operating system ends the hold of a process that dies.
 *
 * <p>The lock is on a file of its own: a process loses a lock when it closes any handle of the file (POSIX), and on Windows a
 * locked file cannot be read by other tools.
 */
final class FileGuard {
    private static final long LONGEST_WAIT = Duration.ofSeconds(10).toNanos();
    private static final long PAUSE = Duration.ofMillis(1).toNanos();

    /** Locks of files belong to the process, so what excludes its threads has to as well. */
    private static final ConcurrentMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final OwnerOnly files;
    private final ReentrantLock inProcess;

    FileGuard(Path file, OwnerOnly files) {
        this.file = file;
        this.files = files;
        this.inProcess = IN_PROCESS.computeIfAbsent(file, path -> new ReentrantLock());
    }

    /** What is done while nobody else is let through. */
    interface Action<T> {
        T run() throws IOException;
    }

    /** Runs the action to its end, whether the thread is interrupted or not. */
    <T> T run(Action<T> action) throws IOException {
        boolean interrupted = Thread.interrupted();
        long waitingSince = System.nanoTime();
        inProcess.lock();
        try {
            while (true) {
                files.create(file);
                Object key = OwnerOnly.key(file);
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    FileLock held = tryLock(open);
                    while (held == null) {
                        if (System.nanoTime() - waitingSince > LONGEST_WAIT) {
                            throw new IOException("another process has held " + file + " for "
                                    + Duration.ofNanos(LONGEST_WAIT).toSeconds() + " s. Is it stopped?");
                        }
                        LockSupport.parkNanos(PAUSE);
                        interrupted |= Thread.interrupted();
                        held = tryLock(open);
                    }
                    if (isStillThere(key)) {
                        return action.run();
                    }
                }
            }
        } finally {
            inProcess.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whoever made the file anew would be let through as well. */
    private boolean isStillThere(@Nullable Object key) {
        try {
            return Objects.equals(key, OwnerOnly.key(file));
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(RandomAccessFile open) throws IOException {
        try {
            return open.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another class loader of this process
        }
    }
}
