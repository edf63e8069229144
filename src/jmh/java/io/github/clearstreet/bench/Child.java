package io.github.clearstreet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Another JVM. It answers each line with a line, and ends when its input is closed. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final PrintStream input;

    Child(List<String> options, String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-classpath", classPath, main.getName()));
        command.addAll(Arrays.asList(arguments));
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        input = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    String ask(String line) {
        input.println(line);
        return read();
    }

    String read() {
        return readUnlessDead()
                .orElseThrow(() -> new IllegalStateException("a child JVM ended early, see its messages above"));
    }

    /** Empty if the JVM has ended without a word. */
    Optional<String> readUnlessDead() {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the JVM end, and waits for it. */
    @Override
    public void close() {
        input.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
