package io.github.clearstreet.surface;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a specification with {@code openapi/surface.lock}, or writes the lock anew. */
public final class SurfaceGate {
    static final Path LOCK = Path.of("openapi", "surface.lock");

    private static final String HEADER = """
            # What callers can see of the API. Made from the specification: see openapi/README.md.
            """;

    private final Path specification;
    private final Path lock;

    SurfaceGate(Path specification, Path lock) {
        this.specification = specification;
        this.lock = lock;
    }

    /** Prints the differences; with {@code -Dsurface.accept}, writes the lock as well. The argument is the specification. */
    public static void main(String[] arguments) throws IOException {
        SurfaceGate gate = new SurfaceGate(Path.of(arguments[0]), LOCK);
        System.out.println(gate.report());
        if (System.getProperty("surface.accept") != null) {
            gate.accept();
            System.out.println("Accepted: " + LOCK + " is written anew.");
        }
    }

    /** Returns one line for each difference between two specifications: see {@link Difference#verdict()}. */
    public static List<String> compare(Path before, Path after) {
        return Comparison.of(SurfaceReader.read(before), SurfaceReader.read(after)).stream()
                .map(Difference::verdict)
                .toList();
    }

    /** Returns every difference with what it means, or one sentence if there is none; then what would get the name of another. */
    String report() throws IOException {
        return Stream.concat(Stream.of(comparison()), SharedSchemas.of(SurfaceReader.parse(specification)).stream())
                .collect(Collectors.joining("\n"));
    }

    private String comparison() throws IOException {
        List<Difference> differences = differences();
        if (differences.isEmpty()) {
            return lock + " describes " + specification + ": callers see no difference.";
        }
        return differences.stream()
                .map(Difference::toString)
                .collect(Collectors.joining(
                        "\n",
                        specification + " differs from " + lock
                                + " (change | callers of the new library | old client):\n",
                        """

                        Accept with: ./mvnw generate-sources -Dopenapi.spec=%s -Dsurface.accept""".formatted(specification)));
    }

    private List<Difference> differences() throws IOException {
        String locked = Files.exists(lock) ? Files.readString(lock) : "";
        return Comparison.of(Surface.parse(locked), SurfaceReader.read(specification));
    }

    /** Writes the lock anew. */
    void accept() throws IOException {
        Files.writeString(lock, HEADER + SurfaceReader.read(specification));
    }
}
