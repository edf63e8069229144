package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process with this class path, which says line by line what it does, and can be killed, stopped and let go on. */
final class ChildJvm implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final Thread reader = new Thread(this::read);
    private final List<String> lines;

    private ChildJvm(Process process, List<String> lines) {
        this.process = process;
        this.lines = lines;
    }

    /** @param lines where all that is said is added, while it is locked; more than one may share it */
    static ChildJvm start(Class<?> main, List<String> arguments, List<String> lines) throws IOException {
        return start(List.of(), main, arguments, lines);
    }

    /** As {@link #start(Class, List, List)}, but no file that it writes grows beyond a few thousand bytes. */
    static ChildJvm startWithSmallFiles(Class<?> main, List<String> arguments, List<String> lines) throws IOException {
        return start(List.of("sh", "-c", "ulimit -f 7 && exec \"$@\"", "sh"), main, arguments, lines);
    }

    private static ChildJvm start(List<String> shell, Class<?> main, List<String> arguments, List<String> lines)
            throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData", // no file of its own
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        ChildJvm child = new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start(), lines);
        child.reader.start();
        return child;
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException killed) {
            // A killed process closes its output in the middle of a read: it has said all that it will.
        } finally {
            synchronized (lines) {
                lines.notifyAll();
            }
        }
    }

    /** False once it has said all that it will. */
    boolean isThere() {
        return reader.isAlive();
    }

    /** Waits until so many lines begin with this word; it fails if the process ends before. */
    void awaitSaid(String word, int count) throws InterruptedException {
        synchronized (lines) {
            while (said(lines, word).size() < count && isThere()) {
                lines.wait(1_000);
            }
            assertThat(said(lines, word)).as(() -> String.join("\n", lines)).hasSizeGreaterThanOrEqualTo(count);
        }
    }

    /** What stands behind this word in the lines that begin with it. */
    static List<String> said(List<String> lines, String word) {
        synchronized (lines) {
            return lines.stream()
                    .filter(line -> line.equals(word) || line.startsWith(word + " "))
                    .map(line -> line.substring(Math.min(line.length(), word.length() + 1)))
                    .toList();
        }
    }

    /** So long after now, or when it has ended. */
    void killAfter(Duration moment) throws InterruptedException {
        process.waitFor(moment.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        reader.join();
    }

    /** All its threads stand still from now on, as on a machine that swaps or a virtual one that is moved. */
    void stop() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Those that wait at a point are let go, and all threads go on. */
    void goOn() throws IOException, InterruptedException {
        process.getOutputStream().close();
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", name, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    void awaitEnd() throws InterruptedException {
        reader.join();
        assertThat(process.waitFor()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
