package io.github.clearstreet.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must be on the class path of a user of each contender. Only jars: a class data archive takes nothing else. */
final class ClassPaths {
    private static final Pattern LIMIT = Pattern.compile("jackson-core-2.*");
    private static final Pattern OURS = Pattern.compile(
            "(clearstreet-client|feign-core|jackson-core|jackson-annotations|jspecify|slf4j-api)-[012].*");
    private static final Pattern SANDBOX = Pattern.compile("clearstreet-client-.*-sandbox\\.jar");
    private static final Pattern STOCK = Pattern.compile("(feign-|okhttp-|okio-|kotlin-stdlib-|commons-|jackson-core-2"
            + "|jackson-annotations-|jackson-databind-2|jackson-datatype-|jsr305-|jakarta.annotation-|slf4j-api-).*");

    private final List<Path> libraries;
    private final Path bench;

    /** Takes the libraries, the client among them, from this JVM's own class path, and the jar of this benchmark. */
    ClassPaths(Path bench) {
        libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
        this.bench = bench;
    }

    /** The jars that a user needs, without the few classes of this benchmark. */
    List<Path> jars(String contender) {
        return switch (contender) {
            case Contenders.OURS, Contenders.TRANSPORT ->
                libraries(OURS)
                        .filter(jar ->
                                !SANDBOX.matcher(jar.getFileName().toString()).matches())
                        .toList();
            case Contenders.LIMIT, Contenders.SOCKET -> libraries(LIMIT).toList();
            default -> libraries(STOCK).toList();
        };
    }

    long bytes(String contender) {
        return jars(contender).stream().mapToLong(ClassPaths::size).sum();
    }

    /** The jars of a contender and the benchmark itself. */
    String toRun(String contender) {
        List<String> entries = Stream.concat(Stream.of(bench), jars(contender).stream())
                .map(Path::toString)
                .toList();
        return String.join(File.pathSeparator, entries);
    }

    /** As {@link #toRun} for this client, and the sandbox. */
    String toRunWithSandbox() {
        return toRun(Contenders.OURS)
                + File.pathSeparator
                + libraries(SANDBOX).findFirst().orElseThrow();
    }

    private Stream<Path> libraries(Pattern name) {
        return libraries.stream()
                .filter(jar -> name.matcher(jar.getFileName().toString()).matches());
    }

    private static long size(Path jar) {
        try {
            return Files.size(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
