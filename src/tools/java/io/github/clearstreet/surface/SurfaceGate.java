package io.github.clearstreet.surface;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a specification, and the code that was generated from it, with a lock file; or writes the lock anew. */
public final class SurfaceGate {
    static final Path LOCK = Path.of("openapi", "surface.lock");

    /** More differences than this are not listed one by one if they break nothing. */
    private static final int SCREEN = 40;

    private static final String HEADER = """
        # What callers can see of the API. Made from the specification and the generated code: see openapi/README.md.
        """;

    private final Path specification;
    private final Path lock;
    private final @Nullable Path sources;

    /**
     * Takes the files.
     *
     * @param sources where the generated code is; null if the rules alone say what callers see
     */
    SurfaceGate(Path specification, Path lock, @Nullable Path sources) {
        this.specification = specification;
        this.lock = lock;
        this.sources = sources;
    }

    /** Runs {@link GateCommand}, and ends the JVM if its exit code is not 0. */
    public static void main(String[] arguments) {
        int exitCode = GateCommand.run(List.of(arguments), System.out);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Returns one line for each difference between two specifications: see {@link Difference#verdict()}. */
    public static List<String> compare(Path before, Path after) {
        return verdicts(Comparison.of(SurfaceReader.read(before), SurfaceReader.read(after)));
    }

    /** Returns one line for each difference, with what callers see taken from the code that was generated from each. */
    public static List<String> compare(Path before, Path sourcesBefore, Path after, Path sourcesAfter) {
        return verdicts(Comparison.of(surface(before, sourcesBefore), surface(after, sourcesAfter)));
    }

    private static List<String> verdicts(List<Difference> differences) {
        return differences.stream().map(Difference::verdict).toList();
    }

    /** Returns every difference with what it means, or one sentence if there is none; then what would get the name of another. */
    String report(List<Difference> differences) {
        return Stream.concat(
                        Stream.of(comparison(differences)),
                        SharedSchemas.of(SurfaceReader.parse(specification)).stream())
                .collect(Collectors.joining("\n"));
    }

    private String comparison(List<Difference> differences) {
        if (differences.isEmpty()) {
            return lock + " describes " + specification + ": callers see no difference.";
        }
        boolean fits = differences.size() <= SCREEN;
        Stream<String> shown = differences.stream()
                .filter(difference -> fits || difference.isBreaking())
                .map(Difference::toString);
        return Stream.concat(shown, fits ? Stream.empty() : Stream.of(harmless(differences)))
                .collect(Collectors.joining(
                        "\n",
                        specification + " differs from " + lock
                                + " (change | callers of the new library | old client):\n",
                        "\n" + howToAccept()));
    }

    /** How many differences of each kind break nothing: one line, where all of them would hide what matters. */
    private static String harmless(List<Difference> differences) {
        Map<String, Long> kinds = differences.stream()
                .filter(difference -> !difference.isBreaking())
                .collect(Collectors.groupingBy(
                        difference -> difference.sign() + " "
                                + difference.fact().kind().name().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getKey() + ": " + kind.getValue())
                .collect(Collectors.joining(", ", "", " | compatible | safe"));
    }

    private String howToAccept() {
        return lock.equals(LOCK)
                ? "Accept with: ./mvnw generate-sources -Dopenapi.spec=%s -Dsurface.accept".formatted(specification)
                : "Accept with: --accept";
    }

    List<Difference> differences() throws IOException {
        String locked = Files.exists(lock) ? Files.readString(lock) : "";
        return Comparison.of(Surface.parse(locked), surface(specification, sources));
    }

    /** Writes the lock anew. */
    void accept() throws IOException {
        Files.writeString(lock, HEADER + surface(specification, sources));
    }

    private static Surface surface(Path specification, @Nullable Path sources) {
        Surface surface = SurfaceReader.read(specification);
        return sources == null ? surface : surface.with(JavaSignatures.of(sources));
    }
}
