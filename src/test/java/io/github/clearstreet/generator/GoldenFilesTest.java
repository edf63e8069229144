package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the templates make, for people to review. A change of a template shows here as a diff. To write the files anew:
 *
 * <pre>./mvnw test -Dtest=GoldenFilesTest -Dgolden.accept</pre>
 */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final Path GENERATED = Path.of("target", "generated-sources", "openapi", "src", "main", "java")
            .resolve(Path.of("io", "github", "clearstreet"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/PositionsApi",
                "model/ClosePositionsRequest",
                "model/QueueState",
                "model/OrderListResponseCodec"
            })
    void sources_whenGeneratedByTheBuild_areTheReviewedOnes(String name) throws IOException {
        String generated = Files.readString(GENERATED.resolve(name + ".java"));
        Path golden = GOLDEN.resolve(Path.of(name).getFileName() + ".java.txt");
        if (System.getProperty("golden.accept") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, generated);
        }

        assertThat(generated).isEqualTo(Files.readString(golden));
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void sources_whenMachineIsAnother_areTheSameBytes(@TempDir Path folder) throws IOException {
        Path specification = Path.of("src", "test", "resources", "torture", "torture-3.0.yaml")
                .toAbsolutePath();
        Map<String, String> here = GeneratedSources.generate(specification, folder.resolve("here"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<String> names = List.of("user.name", "user.home", "os.name");
        Map<String, String> properties = new TreeMap<>();
        names.forEach(name -> properties.put(name, System.getProperty(name)));
        try {
            // In Turkish the lower case of I is another letter.
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            names.forEach(name -> System.setProperty(name, "elsewhere"));

            assertThat(GeneratedSources.generate(specification, folder.resolve("there")))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
            properties.forEach(System::setProperty);
        }
        assertThat(here)
                .isNotEmpty()
                .allSatisfy((name, text) -> assertThat(text).doesNotContain(folder.toString()));
    }
}
