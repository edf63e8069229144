package io.github.clearstreet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptions as other people write them, through the javadoc tool with the settings of the build. */
class TortureJavadocTest {
    @Test
    void javadoc_whenDescriptionsAreHostile_hasNothingToSayAndShowsThem(@TempDir Path folder) throws IOException {
        DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        List<String> options = List.of(
                "-quiet", "--no-platform-links", "-Xdoclint:all,-missing", "-d", folder.toString(), "--release", "17");

        boolean succeeded;
        try (StandardJavaFileManager files =
                javadoc.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            succeeded = javadoc.getTask(
                            output, files, messages, null, options, files.getJavaFileObjectsFromPaths(documented()))
                    .call();
        }

        assertThat(messages.getDiagnostics()).as(output.toString()).isEmpty();
        assertThat(succeeded).isTrue();
        String page = Files.readString(folder.resolve("io/github/clearstreet/torture/api/ThingsApi.html"))
                .replace("&#47;", "/")
                .replace("&#64;", "@");
        assertThat(page)
                .contains("Summary with */ and {@code x} and &lt;b&gt; &amp; ")
                .contains("Description with */, {@link Object}, &lt;script&gt;, a &lt; b &amp;&amp; c, ");
    }

    /** All that is generated. */
    private static List<Path> documented() throws IOException {
        try (Stream<Path> files = Files.walk(TortureClients.CLIENT.sources())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
