package io.github.clearstreet.text;

import io.github.clearstreet.json.JsonModel;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;

/** Makes a value of any type, with text in every place of it that tries to forge a line and to steer a terminal. */
final class HostileValues {
    /** What a line would begin with that the server must not be able to write. */
    static final String FORGED = "2026-01-01T00:00:00Z  ENDED  FLAT";

    static final String TEXT =
            "x\u001b[2J\u009b1m\n" + FORGED + "\r\u202e\u2066\u2028\u2029\u0085\u200b\ufeff\u061c\ud800\t\u0000";

    private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(CharSequence.class, TEXT),
            Map.entry(Object.class, TEXT),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 7L),
            Map.entry(Long.class, 7L),
            Map.entry(double.class, 0.5),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(byte[].class, new byte[0]),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(BigInteger.class, BigInteger.ONE),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(OptionalInt.class, OptionalInt.of(7)),
            Map.entry(OptionalLong.class, OptionalLong.of(7)),
            Map.entry(Throwable.class, new IllegalStateException("a cause")),
            Map.entry(Exception.class, new IllegalStateException("a cause")));

    /** Names that many models have, so that their values are hostile and not only what is unknown. */
    private static final List<String> FIELDS =
            List.of("id", "symbol", "side", "status", "quantity", "message", "code", "created_at", "details");

    private HostileValues() {}

    static Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?> variable) {
            return of(variable.getBounds()[0]);
        }
        return ofClass((Class<?>) type);
    }

    private static Object ofGeneric(Class<?> raw, Type... arguments) {
        if (raw == Optional.class) {
            return Optional.of(of(arguments[0]));
        }
        if (raw.isAssignableFrom(List.class)) {
            return List.of(of(arguments[0]));
        }
        if (raw == Set.class) {
            return Set.of(of(arguments[0]));
        }
        if (raw == Map.class) {
            return Map.of(of(arguments[0]), of(arguments[1]));
        }
        return ofClass(raw);
    }

    private static Object ofClass(Class<?> type) {
        if (SIMPLE.containsKey(type)) {
            return SIMPLE.get(type);
        }
        if (type.isArray()) {
            Object one = Array.newInstance(type.getComponentType(), 1);
            Array.set(one, 0, of(type.getComponentType()));
            return one;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) ->
                            method.getName().equals("toString") ? "a proxy" : of(method.getGenericReturnType()));
        }
        if (type.isSealed()) {
            return ofClass(type.getPermittedSubclasses()[0]);
        }
        if (JsonModel.class.isAssignableFrom(type)) {
            return model(type);
        }
        return instance(type);
    }

    private static Object model(Class<?> type) {
        String json = Stream.concat(FIELDS.stream(), Stream.of(TEXT))
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(name -> name, name -> (Object) TEXT),
                        fields -> new ObjectMapper().writeValueAsString(fields)));
        try {
            return type.getMethod("fromJson", String.class).invoke(null, json);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be read from JSON", e);
        }
    }

    private static Object instance(Class<?> type) {
        Throwable problem = null;
        for (Constructor<?> constructor : constructors(type)) {
            try {
                constructor.setAccessible(true);
                return constructor.newInstance(arguments(constructor.getGenericParameterTypes()));
            } catch (InvocationTargetException e) {
                problem = e.getCause();
            } catch (ReflectiveOperationException | RuntimeException e) {
                problem = e;
            }
        }
        for (Method factory : type.getDeclaredMethods()) {
            if (Modifier.isStatic(factory.getModifiers())
                    && factory.getReturnType() == type
                    && !List.of(factory.getParameterTypes()).contains(type)) {
                try {
                    factory.setAccessible(true);
                    return factory.invoke(null, arguments(factory.getGenericParameterTypes()));
                } catch (ReflectiveOperationException | RuntimeException e) {
                    problem = e;
                }
            }
        }
        throw new AssertionError("no hostile " + type.getName() + " can be made", problem);
    }

    private static Object[] arguments(Type... types) {
        return Arrays.stream(types).map(HostileValues::of).toArray();
    }

    private static List<Constructor<?>> constructors(Class<?> type) {
        return Stream.<Constructor<?>>of(type.getDeclaredConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .sorted(Comparator.comparingInt((Constructor<?> constructor) -> constructor.getParameterCount())
                        .reversed())
                .toList();
    }
}
