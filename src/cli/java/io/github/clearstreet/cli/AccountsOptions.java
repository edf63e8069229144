package io.github.clearstreet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One account or several, each named once. */
final class AccountsOptions {
    @Option(
            names = "--account",
            order = CommonOptions.FIRST,
            paramLabel = "N",
            description = "Number of the account. May be repeated.")
    private List<Long> accounts = new ArrayList<>();

    @Option(
            names = "--accounts-file",
            order = CommonOptions.FIRST,
            paramLabel = "FILE",
            description = "A file with one number on each line; # begins a comment.")
    private @Nullable String file;

    List<Long> all() {
        List<Long> all = new ArrayList<>(accounts);
        if (file != null) {
            all.addAll(read(file));
        }
        if (all.isEmpty()) {
            throw new UsageException("Missing required option: '--account=N' or '--accounts-file=FILE'");
        }
        all.forEach(CommonOptions::check);
        if (new HashSet<>(all).size() < all.size()) {
            throw new UsageException("an account should be specified only once");
        }
        return all;
    }

    private static List<Long> read(String file) {
        try {
            List<Long> numbers = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(file))) {
                String number =
                        line.replaceFirst("^\ufeff", "").replaceFirst("#.*", "").strip();
                if (!number.isEmpty()) {
                    numbers.add(Long.valueOf(number));
                }
            }
            if (numbers.isEmpty()) {
                throw new UsageException("--accounts-file names no account");
            }
            return numbers;
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "--accounts-file must have one whole number on each line; a line has something else");
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("--accounts-file cannot be read");
        }
    }
}
