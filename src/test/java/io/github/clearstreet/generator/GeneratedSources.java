package io.github.clearstreet.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Generated Java sources as texts, by the names of their files. */
final class GeneratedSources {
    private GeneratedSources() {}

    /** Generates into the folder, in the packages of the build, and compiles nothing. */
    static Map<String, String> generate(Path specification, Path folder) {
        GeneratedClient.generate(specification, "io.github.clearstreet", folder);
        return read(folder);
    }

    /** Reads every Java file of the folder. */
    static Map<String, String> read(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
