package io.github.clearstreet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards the start of a user's JVM: the number of classes loaded until the first call has succeeded. */
class FirstCallClassesTest {
    private static final long ACCOUNT = 19816;

    /** A little more than the 361 that were measured on JDK 17, 151 of them our own. */
    private static final int CEILING_OF_CLASS_PATH = 370;

    /** A tenth more than was measured: about 2,930 on JDK 17, nine of ten of them the JDK's own. */
    private static final int CEILING_IN_ALL = 3_220;

    /**
     * Without lambdas; a few more than the 155 that were measured. 88 are models, codecs and what describes the interface and
     * reads and writes JSON; 67 are the way of the call.
     */
    private static final int CEILING_OF_OWN_CLASSES = 156;

    private static final int CEILING_OF_OWN_LAMBDAS = 29; // a few more than the 27 measured

    private static final String ADVICE = "compare java -Xlog:class+load before and after. A new lambda, regular"
            + " expression, stream or library at start costs every user; if it is worth it, say why and raise the ceiling";

    /** What a user has, and databind, which must not be loaded although it is there. */
    private static final Pattern CLASS_PATH = Pattern.compile(".*[/\\\\](classes|test-classes"
            + "|(feign-core|jackson-core|jackson-annotations|jackson-databind|jspecify|slf4j-api)-[12]\\S*\\.jar)");

    @TempDir
    static Path folder;

    private static List<String> loaded;

    @BeforeAll
    static void makeTheFirstCallOfANewJvm() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Path output = folder.resolve("output.txt");
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.account(ACCOUNT).position("GOOG", "25");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xlog:class+load:file=\"" + log + "\"",
                            "-classpath",
                            classPath(),
                            FirstCall.class.getName(),
                            sandbox.baseUrl().toString(),
                            sandbox.apiKey(),
                            Long.toString(ACCOUNT))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exitCode = process.waitFor();
            assertThat(exitCode).as(Files.readString(output)).isZero();
        }
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            loaded = lines.filter(line -> line.contains(" source: ")).toList();
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> CLASS_PATH.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void theFirstCall_loadsNoClassOfDatabind() {
        assertThat(loaded).noneMatch(line -> line.contains("jackson.databind"));
    }

    @Test
    void theFirstCall_withoutAJournal_loadsTheNamesOfItsParametersOnly() {
        assertThat(loaded.stream().filter(line -> line.contains("clearstreet.journal.")))
                .extracting(line -> line.replaceFirst(".*clearstreet\\.journal\\.(\\S+) .*", "$1"))
                .containsExactlyInAnyOrder("Journal", "Decision");
    }

    @Test
    void theFirstCall_loadsFewClassesOfTheClientAndItsLibraries() {
        assertThat(loaded.stream().filter(line -> line.contains(" source: file:")))
                .as("classes loaded from the class path. " + ADVICE)
                .hasSizeBetween(100, CEILING_OF_CLASS_PATH);
    }

    @Test
    void theFirstCall_loadsFewClassesInAll() {
        assertThat(loaded.size()).as("classes loaded. " + ADVICE).isBetween(500, CEILING_IN_ALL);
    }

    @Test
    void theFirstCall_loadsFewClassesOfTheClientItself() {
        List<String> own = loaded.stream()
                .filter(line -> line.matches(".*\\] io\\.github\\.clearstreet\\..*"))
                .filter(line -> !line.contains("FirstCall"))
                .toList();
        List<String> lambdas =
                own.stream().filter(line -> line.contains("Lambda")).toList();
        List<String> classes =
                own.stream().filter(line -> !line.contains("Lambda")).toList();

        assertThat(classes).as("own classes. " + ADVICE).hasSizeBetween(40, CEILING_OF_OWN_CLASSES);
        assertThat(lambdas).as("own lambdas. " + ADVICE).hasSizeBetween(5, CEILING_OF_OWN_LAMBDAS);
    }
}
