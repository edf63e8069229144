package io.github.clearstreet.generator;

import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.runtime.json.ValueCodec;
import io.github.clearstreet.specification.Prepared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/**
 * A client generated from a specification with the templates and the settings of this build, compiled with warnings as
 * errors, and loaded. Tests use it as a caller does: through public methods.
 */
public final class GeneratedClient {
    private final String basePackage;
    private final ClassLoader classes;
    private final Path sources;

    private GeneratedClient(String basePackage, ClassLoader classes, Path sources) {
        this.basePackage = basePackage;
        this.classes = classes;
        this.sources = sources;
    }

    /** Generates one client into the folder, in the packages of the build. */
    public static GeneratedClient of(Path specification, Path folder) {
        Path sources = folder.resolve("sources");
        generate(specification, "io.github.clearstreet", sources);
        ClassLoader classes = JavaCompilation.compile(List.of(sources), folder.resolve("classes"));
        return new GeneratedClient("io.github.clearstreet", classes, sources);
    }

    /**
     * Generates one client for each specification, and compiles all of them in one go.
     *
     * @param specifications the specifications by name; a name must be a Java identifier, because it becomes a package
     */
    public static Map<String, GeneratedClient> of(Map<String, Path> specifications, Path folder) {
        Map<String, Path> sources = new LinkedHashMap<>();
        specifications.forEach((name, specification) -> {
            sources.put(name, folder.resolve("sources").resolve(name));
            generate(specification, packageOf(name), folder.resolve("sources").resolve(name));
        });
        ClassLoader classes = JavaCompilation.compile(sources.values(), folder.resolve("classes"));
        Map<String, GeneratedClient> clients = new LinkedHashMap<>();
        sources.forEach((name, path) -> clients.put(name, new GeneratedClient(packageOf(name), classes, path)));
        return clients;
    }

    private static String packageOf(String name) {
        return "io.github.clearstreet." + name;
    }

    /** One at a time: the generator keeps settings in static variables. */
    static synchronized void generate(Path specification, String basePackage, Path output) {
        Path prepared = output.resolveSibling(output.getFileName() + "-prepared.json");
        try {
            Prepared.write(specification, prepared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CodegenConfigurator generator = GeneratorSettings.generator()
                .setInputSpec(prepared.toString())
                .setOutputDir(output.toString())
                .setApiPackage(basePackage + ".api")
                .setModelPackage(basePackage + ".model");
        new DefaultGenerator().opts(generator.toClientOptInput()).generate();
    }

    /** Returns the folder of the generated sources. */
    public Path sources() {
        return sources;
    }

    /** Returns a generated interface, for example {@code PositionsApi}. */
    public Class<?> api(String name) {
        return load("api." + name);
    }

    /** Returns a generated model or enum, for example {@code Order}. */
    public Class<?> model(String name) {
        return load("model." + name);
    }

    /** Returns the codec of a model or an enum, as the generated lookup does. */
    ValueCodec<?> codec(Class<?> model) {
        try {
            return (ValueCodec<?>)
                    load("model.ModelCodecs").getMethod("of", Class.class).invoke(null, model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(model + " has no codec", e);
        }
    }

    /** Reads a model from JSON text, as {@code Order.fromJson(json)} does. */
    public JsonModel read(String model, String json) {
        return (JsonModel) invoke(model(model), "fromJson", null, json);
    }

    /**
     * Calls an accessor, for example {@code order.quantity()}.
     *
     * @throws io.github.clearstreet.json.UnreadableValueException as the accessor does
     */
    public static Object get(Object model, String accessor) {
        return invoke(model.getClass(), accessor, model);
    }

    private Class<?> load(String name) {
        try {
            return classes.loadClass(basePackage + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("No class " + name + " was generated in " + sources, e);
        }
    }

    private static Object invoke(Class<?> type, String method, @Nullable Object target, String... arguments) {
        try {
            Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {String.class};
            return type.getMethod(method, types).invoke(target, (Object[]) arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(type + "." + method + " failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no public method " + method, e);
        }
    }
}
