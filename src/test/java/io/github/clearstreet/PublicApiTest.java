package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every public and protected member of every exported package, as a text that a change shows in as a diff. It is the baseline until there
 * is a release that japicmp can compare with. To write it anew:
 *
 * <pre>./mvnw test -Dtest=PublicApiTest -Dapi.accept</pre>
 */
class PublicApiTest {
    private static final Path BASELINE = Path.of("src", "test", "resources", "golden", "public-api.txt");

    @Test
    void exportedPackages_whenCompiled_haveTheReviewedMembers() throws Exception {
        String now = publicApi();
        if (System.getProperty("api.accept") != null) {
            Files.writeString(BASELINE, now);
        }

        String baseline = Files.readString(BASELINE);
        List<String> changes = new ArrayList<>();
        Set<String> before = baseline.lines().collect(Collectors.toSet());
        Set<String> after = now.lines().collect(Collectors.toSet());
        baseline.lines().filter(line -> !after.contains(line)).forEach(line -> changes.add("- " + line));
        now.lines().filter(line -> !before.contains(line)).forEach(line -> changes.add("+ " + line));
        assertThat(changes)
                .as("what callers may use has changed; if it is meant, run with -Dapi.accept and commit the diff")
                .isEmpty();
        assertThat(now).isEqualTo(baseline);
    }

    private static String publicApi() throws IOException, URISyntaxException {
        Path classes = Path.of(Sandbox.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> arguments = new ArrayList<>(List.of("-protected"));
        for (Path module : List.of(Path.of("src", "main", "module"), Path.of("src", "sandbox", "module"))) {
            for (MatchResult exported : matches(
                            "exports ([\\w.]+);", Files.readString(module.resolve("module-info.java")))
                    .toList()) {
                arguments.addAll(classFiles(classes.resolve(exported.group(1).replace('.', '/'))));
            }
        }
        StringWriter out = new StringWriter();
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        assertThat(javap.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new)))
                .isZero();

        TreeMap<String, String> types = new TreeMap<>();
        matches("(?m)^((?:public|protected) .*) \\{\\R((?:.+\\R)*?)\\}", out.toString())
                .forEach(type -> types.put(type.group(1), sorted(type.group(2))));
        assertThat(types).hasSizeGreaterThan(100);
        return types.entrySet().stream()
                .map(type -> type.getKey() + "\n" + type.getValue())
                .collect(Collectors.joining("\n"))
                .replace("java.lang.", "")
                .replace("io.github.clearstreet.", "");
    }

    /** The order of the source is nobody's promise. */
    private static String sorted(String members) {
        return members.lines().sorted().map(member -> member + "\n").collect(Collectors.joining());
    }

    private static List<String> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .toList();
        }
    }

    private static Stream<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }
}
