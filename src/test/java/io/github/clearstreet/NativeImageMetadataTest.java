package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import feign.Param;
import feign.RequestLine;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the library looks up by reflection at run time is what it tells GraalVM. */
class NativeImageMetadataTest {
    private static final String FOLDER = "/META-INF/native-image/io.github.clearstreet/clearstreet-client/";
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .importUrl(ClearStreet.class.getProtectionDomain().getCodeSource().getLocation());
    private static final Set<String> LOOK_UP = Set.of(
            "java.lang.invoke.MethodHandles$Lookup",
            "java.lang.reflect.Constructor",
            "java.lang.reflect.Field",
            "java.lang.reflect.Method",
            "java.lang.reflect.Proxy",
            "java.util.ServiceLoader");

    @Test
    void proxies_areAllInterfacesThatFeignImplements() {
        Set<String> listed = new HashSet<>();
        read("proxy-config.json").forEach(proxy -> {
            assertThat(proxy.get("interfaces")).hasSize(1);
            listed.add(proxy.get("interfaces").get(0).asText());
        });

        assertThat(listed).isEqualTo(feignInterfaces());
    }

    @Test
    void reflection_isWhatFeignReadsAndMakes() {
        Set<String> wanted = new HashSet<>(feignInterfaces());
        feignInterfaces().forEach(name -> wanted.addAll(expanders(name)));
        Set<String> listed = StreamSupport.stream(read("reflect-config.json").spliterator(), false)
                .map(entry -> entry.get("name").asText())
                .collect(Collectors.toSet());

        assertThat(listed).isEqualTo(wanted);
    }

    @Test
    void reflection_isNowhereElse() {
        List<String> users = LIBRARY.stream()
                .filter(type -> !type.getPackageName().startsWith("io.github.clearstreet.cli"))
                .filter(NativeImageMetadataTest::looksUpByName)
                .map(JavaClass::getName)
                .toList();

        assertThat(users).isEmpty();
    }

    private static boolean looksUpByName(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().anyMatch(call -> {
            String owner = call.getTargetOwner().getName();
            return LOOK_UP.contains(owner)
                    || (owner.equals("java.lang.Class")
                            && Set.of("forName", "getMethod", "getMethods", "getDeclaredConstructor", "getResource")
                                    .contains(call.getName()));
        });
    }

    private static Set<String> feignInterfaces() {
        return LIBRARY.stream()
                .filter(type ->
                        type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(RequestLine.class)))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    /** Feign makes one of each by its constructor. */
    private static Set<String> expanders(String name) {
        Stream<Annotation> annotations = Arrays.stream(load(name).getMethods())
                .map(Method::getParameterAnnotations)
                .flatMap(Arrays::stream)
                .flatMap(Arrays::stream);
        return annotations
                .filter(Param.class::isInstance)
                .map(param -> ((Param) param).expander())
                .filter(expander -> expander != Param.ToStringExpander.class)
                .map(Class::getName)
                .collect(Collectors.toSet());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(String file) {
        try (InputStream in = NativeImageMetadataTest.class.getResourceAsStream(FOLDER + file)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
