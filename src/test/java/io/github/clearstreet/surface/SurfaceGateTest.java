package io.github.clearstreet.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurfaceGateTest {
    private static final Path SPECIFICATION = Path.of("openapi", "clear-street.yaml");
    private static final Path SOURCES = Path.of("target", "generated-sources", "openapi");

    /** This is the gate of the build: if it fails, its message says what the change breaks and how to accept it. */
    @Test
    void report_whenLockIsUpToDate_findsNoDifference() throws IOException {
        String report = report(SPECIFICATION, SurfaceGate.LOCK, SOURCES);

        assertThat(report)
                .withFailMessage(report)
                .isEqualTo("openapi/surface.lock describes openapi/clear-street.yaml: callers see no difference.");
    }

    @Test
    void report_whenSpecificationDiffers_saysWhatBreaksAndHowToAccept(@TempDir Path folder) throws IOException {
        Path changed = changedSpecification(folder);

        String report = report(changed, SurfaceGate.LOCK, null);

        assertThat(report).isEqualTo("""
            %s differs from openapi/surface.lock (change | callers of the new library | old client):
            - field Order venue: string, required | breaking source | safe
                The accessor is gone; that of the old client is empty, or reports it missing if it was required.
            + field Order market: string, optional | compatible | safe
                A new accessor; the old client keeps the field in additionalProperties().
            Accept with: ./mvnw generate-sources -Dopenapi.spec=%s -Dsurface.accept\
            """.formatted(changed, changed));
    }

    /** A document with sixty operations beside the nine: what breaks would be lost among what is new. */
    @Test
    void report_whenMuchIsNew_countsWhatBreaksNothing(@TempDir Path folder) throws IOException {
        StringBuilder more = new StringBuilder("\npaths:\n");
        for (int i = 0; i < 60; i++) {
            more.append("  /more/")
                    .append(i)
                    .append(": { get: { operationId: more_")
                    .append(i)
                    .append(", tags: [More], responses: { \"204\": { description: none } } } }\n");
        }
        Path changed = Files.writeString(
                folder.resolve("more.yaml"), Files.readString(SPECIFICATION).replace("\npaths:\n", more));

        assertThat(report(changed, SurfaceGate.LOCK, null).lines())
                .hasSize(3)
                .anyMatch(line -> line.equals("+ operation: 60 | compatible | safe"));
    }

    @Test
    void accept_whenSpecificationDiffers_writesLockThatDescribesIt(@TempDir Path folder) throws IOException {
        Path lock = Files.copy(SurfaceGate.LOCK, folder.resolve("surface.lock"));
        Path changed = changedSpecification(folder);

        new SurfaceGate(changed, lock, null).accept();

        assertThat(report(changed, lock, null)).endsWith("callers see no difference.");
    }

    /** The checked-in text is what accepting would write, byte for byte. */
    @Test
    void accept_whenNothingDiffers_leavesLockAsItIs(@TempDir Path folder) throws IOException {
        Path lock = folder.resolve("surface.lock");

        new SurfaceGate(SPECIFICATION, lock, SOURCES).accept();

        assertThat(lock).hasSameTextualContentAs(SurfaceGate.LOCK);
    }

    private static String report(Path specification, Path lock, @Nullable Path sources) throws IOException {
        SurfaceGate gate = new SurfaceGate(specification, lock, sources);
        return gate.report(gate.differences());
    }

    private static Path changedSpecification(Path folder) throws IOException {
        String text = Files.readString(SPECIFICATION)
                .replace("time_in_force, quantity, venue,", "time_in_force, quantity,")
                .replaceFirst("        venue:\n", "        market:\n");
        return Files.writeString(folder.resolve("changed.yaml"), text);
    }
}
