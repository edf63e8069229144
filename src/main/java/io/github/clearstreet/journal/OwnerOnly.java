package io.github.clearstreet.journal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Makes folders and files that only their owner can read, where the file system knows owners by POSIX rules. */
final class OwnerOnly {
    private final boolean posix;

    private OwnerOnly(boolean posix) {
        this.posix = posix;
    }

    /** For the file system of the folder, which need not exist. */
    static OwnerOnly of(Path directory) {
        return new OwnerOnly(
                directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    /** Makes the folder and those above it, unless they exist. */
    void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) { // it may be a link to one
            Path above = directory.toAbsolutePath().getParent();
            if (above != null) {
                createDirectories(above);
            }
            try {
                Files.createDirectory(directory, posix("rwx------"));
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(directory)) {
                    throw e;
                }
            }
            keepNameOf(directory);
        }
    }

    /** Makes an empty file, unless it exists. */
    void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(file, posix("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker.
        }
    }

    /** What is new in a folder outlives a crash of the machine. An interrupt does not end it. */
    void keepNameOf(Path made) throws IOException {
        Path directory = made.toAbsolutePath().getParent();
        if (!posix || directory == null) { // elsewhere a folder cannot be opened, and keeps its entries by itself
            return;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
                    folder.force(true);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What tells a file from another one of the same name; null where the file system does not know. */
    static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private FileAttribute<?>[] posix(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
