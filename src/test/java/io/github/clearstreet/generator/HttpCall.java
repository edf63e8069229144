package io.github.clearstreet.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetBuilder;
import io.github.clearstreet.runtime.json.Codec;
import io.github.clearstreet.runtime.json.Codecs;
import io.github.clearstreet.runtime.json.ValueCodec;
import io.github.clearstreet.runtime.request.ApiDescription;
import io.github.clearstreet.runtime.request.FileContent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Calls one method of a generated interface with values from JSON, through a client of this library. */
record HttpCall(GeneratedClient generated, String api, URI address) {
    /** Calls what is listed as {@code call} with the query {@code q}, the form {@code f} and the arguments {@code a}. */
    @Nullable
    Object invoke(JsonNode listed) {
        Class<?> type = generated.api(api);
        ClearStreetBuilder settings = ClearStreet.builder().baseUrl(address);
        if (listed.has("keys")) {
            listed.path("keys")
                    .properties()
                    .forEach(key -> settings.apiKey(key.getKey(), key.getValue().asText()));
        } else {
            settings.apiKey("k3y-of-a-test");
        }
        try (ClearStreet client = settings.build()) {
            Object target = client.api((ApiDescription<?>) type.getField("API").get(null));
            int count = listed.path("a").size() + (listed.has("q") ? 1 : 0) + (listed.has("f") ? 1 : 0);
            Method method = find(type, listed.path("call").asText(), count);
            List<@Nullable Object> arguments = new ArrayList<>();
            Iterator<JsonNode> given = listed.path("a").iterator();
            for (Type parameter : method.getGenericParameterTypes()) {
                if (parameter instanceof Class<?> nested && nested.getName().endsWith("Query")) {
                    arguments.add(built(nested, listed.path("q")));
                } else if (parameter instanceof Class<?> nested
                        && nested.getName().endsWith("Form")) {
                    arguments.add(built(nested, listed.path("f")));
                } else {
                    arguments.add(value(parameter, given.next()));
                }
            }
            Object result = call(method, target, arguments.toArray());
            return result instanceof CompletableFuture<?> future ? outcome(future) : result;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static @Nullable Object outcome(CompletableFuture<?> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Object built(Class<?> nested, JsonNode values) {
        Object builder = Objects.requireNonNull(call(find(nested, "builder", 0), null));
        values.properties().forEach(entry -> {
            // The generator's own words are told apart by what it puts before them.
            String name = switch (entry.getKey()) {
                case "class" -> "propertyClass";
                case "file" -> "_file";
                default -> entry.getKey().replace("[]", "");
            };
            Method setter = find(builder.getClass(), name, 1);
            call(setter, builder, value(setter.getGenericParameterTypes()[0], entry.getValue()));
        });
        return Objects.requireNonNull(call(find(builder.getClass(), "build", 0), builder));
    }

    private @Nullable Object value(Type type, JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (type == FileContent.class) {
            return FileContent.of("file.txt", json.asText().getBytes(StandardCharsets.UTF_8));
        }
        if (type instanceof ParameterizedType files && files.getActualTypeArguments()[0] == FileContent.class) {
            List<FileContent> all = new ArrayList<>();
            json.forEach(file -> all.add((FileContent) value(FileContent.class, file)));
            return all;
        }
        if (type == byte[].class) {
            return json.asText().getBytes(StandardCharsets.UTF_8);
        }
        return codec(type).read(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Codec<?> codec(Type type) {
        if (type instanceof ParameterizedType list) {
            Type[] parts = list.getActualTypeArguments();
            ValueCodec<?> part = (ValueCodec<?>) codec(parts[parts.length - 1]);
            return list.getRawType() == List.class ? Codecs.list(part) : Codecs.map(part);
        }
        if (type == String.class) {
            return Codecs.STRING;
        }
        if (type == Long.class || type == long.class) {
            return Codecs.LONG;
        }
        if (type == Integer.class || type == int.class) {
            return Codecs.INTEGER;
        }
        if (type == Boolean.class || type == boolean.class) {
            return Codecs.BOOLEAN;
        }
        if (type == Instant.class) {
            return Codecs.INSTANT;
        }
        return type == Object.class ? Codecs.OBJECT : generated.codec((Class<?>) type);
    }

    private static Method find(Class<?> type, String name, int arguments) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no method " + name + " with " + arguments
                        + " arguments: " + Arrays.toString(type.getMethods())));
    }

    private static @Nullable Object call(Method method, @Nullable Object target, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(method + " failed", e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
