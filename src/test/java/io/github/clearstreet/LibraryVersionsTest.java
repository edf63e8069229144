package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.clearstreet.internal.argument.LibraryVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An old library is found before anything is sent. Here it is one that says that it is old. */
class LibraryVersionsTest {
    @TempDir
    Path folder;

    @Test
    void check_withTheLibrariesOfTheBuild_isContent() {
        assertThatCode(LibraryVersions::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2, 13, 5", "2, 15, 4", "3, 0, 0"})
    void build_withAnotherJackson_saysWhichIsNeeded(String version) throws Exception {
        Throwable refused = buildFails(version);

        assertThat(refused)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jackson-core " + version.replace(", ", "."))
                .hasMessageContaining("2.16")
                .hasMessageContaining("Nothing was sent.");
    }

    private Throwable buildFails(String version) throws Exception {
        ClassLoader classes = new Redefining(packageVersion(version));
        Class<?> type = classes.loadClass("io.github.clearstreet.ClearStreet");
        Object builder = type.getMethod("builder").invoke(null);
        builder.getClass().getMethod("apiKey", String.class).invoke(builder, "key");
        try {
            builder.getClass().getMethod("build").invoke(builder);
            throw new AssertionError("It was built with jackson-core " + version);
        } catch (InvocationTargetException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    private Path packageVersion(String version) throws IOException {
        Path source = folder.resolve("PackageVersion.java");
        Files.writeString(
                source,
                "package com.fasterxml.jackson.core.json;"
                        + "import com.fasterxml.jackson.core.Version;"
                        + "public final class PackageVersion { public static final Version VERSION ="
                        + " new Version(" + version + ", null, null, null); }",
                StandardCharsets.UTF_8);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
        assertThat(result).isZero();
        return folder.resolve("com/fasterxml/jackson/core/json/PackageVersion.class");
    }

    /** Defines the client anew, so that it sees another version of Jackson than the tests do. */
    private static final class Redefining extends ClassLoader {
        private static final List<String> ANEW =
                List.of("io.github.clearstreet.", "com.fasterxml.jackson.core.json.PackageVersion");

        private final Path packageVersion;

        Redefining(Path packageVersion) {
            super(LibraryVersionsTest.class.getClassLoader());
            this.packageVersion = packageVersion;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (ANEW.stream().noneMatch(name::startsWith)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = bytes(name);
            return defineClass(name, bytes, 0, bytes.length);
        }

        private byte[] bytes(String name) throws ClassNotFoundException {
            try {
                if (name.endsWith(".PackageVersion")) {
                    return Files.readAllBytes(packageVersion);
                }
                try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                    if (in == null) {
                        throw new ClassNotFoundException(name);
                    }
                    return in.readAllBytes();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
