package io.github.clearstreet.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** What the build tells the generator and the compiler, read from there so that tests cannot differ from the build. */
final class GeneratorSettings {
    private static final Path TEMPLATES = Path.of("generator-templates");
    private static final Pattern LINT = Pattern.compile("<arg>(-Xlint[^<]*)</arg>");

    private GeneratorSettings() {}

    /** Returns a generator that is set up as in the build, but for input, output and packages. */
    static CodegenConfigurator generator() {
        GlobalSettings.reset();
        GlobalSettings.setProperty("models", "");
        GlobalSettings.setProperty("apis", "");
        return CodegenConfigurator.fromFile(TEMPLATES.resolve("config.yaml").toString())
                .setGeneratorName("java")
                .setTemplatingEngineName("handlebars")
                .setTemplateDir(TEMPLATES.toString())
                .setQuiet(true);
    }

    /** Returns the compiler's options of the build, without Error Prone: that needs no second run. */
    static List<String> compilerOptions() {
        Matcher lint = LINT.matcher(read(Path.of("pom.xml")));
        if (!lint.find()) {
            throw new IllegalStateException("pom.xml gives the compiler no -Xlint.");
        }
        return List.of("--release", "17", "-parameters", "-proc:none", "-Werror", lint.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Run the tests in the folder of the project.", e);
        }
    }
}
