package io.github.clearstreet.generator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles folders of Java sources against the class path of the tests; a warning is an error, as in the build. */
final class JavaCompilation {
    private JavaCompilation() {}

    /**
     * Compiles every source of the folders, all together.
     *
     * @return a class loader of the compiled classes, which sees the classes of the tests as well
     * @throws AssertionError with the compiler's messages if it has any
     */
    static ClassLoader compile(Collection<Path> folders, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = new ArrayList<>(GeneratorSettings.compilerOptions());
            options.addAll(List.of("-d", Files.createDirectories(classes).toString()));
            StringWriter output = new StringWriter();
            boolean compiled = compiler.getTask(
                            output, files, messages, options, null, files.getJavaFileObjectsFromPaths(sources(folders)))
                    .call();
            if (!compiled || !messages.getDiagnostics().isEmpty()) {
                throw new AssertionError("Generated sources do not compile without warnings:\n"
                        + messages.getDiagnostics().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("\n"))
                        + output);
            }
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, JavaCompilation.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Collection<Path> folders) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }
}
