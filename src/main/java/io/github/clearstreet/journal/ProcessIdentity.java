package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an entry or holds an account.
 *
 * @param host the name of the machine
 * @param process the process id on it
 */
public record ProcessIdentity(String host, long process) {
    private static final ProcessIdentity CURRENT =
            new ProcessIdentity(hostName(), ProcessHandle.current().pid());

    /** This process. */
    public static ProcessIdentity current() {
        return CURRENT;
    }

    /** Asks no name server, which could take its time, if the machine knows its name by itself. */
    private static String hostName() {
        return firstLine("/proc/sys/kernel/hostname")
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> {
                    try {
                        return InetAddress.getLocalHost().getHostName();
                    } catch (UnknownHostException e) {
                        return "unknown";
                    }
                });
    }

    /** What tells this start of the machine from others; null if it does not say. */
    static @Nullable String boot() {
        return firstLine("/proc/sys/kernel/random/boot_id").orElse(null);
    }

    private static Optional<String> firstLine(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.findFirst().map(String::strip);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Printable.text("process " + process + " on " + host);
    }
}
