package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.UnreadableValueException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** What holds for every document, within {@link Bounds}: it is refused as no JSON, or read, written and read again as the same. */
final class Documents {
    /** As the README advises: a double would lose digits. */
    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Documents() {}

    static <T extends JsonModel> void check(byte[] document, Class<T> type, Function<String, T> fromJson) {
        String json = new String(document, StandardCharsets.UTF_8);
        T model;
        try {
            model = Bounds.check(document.length, () -> fromJson.apply(json));
        } catch (IllegalArgumentException notJson) {
            assertThat(isObjectForJackson(json)).isFalse();
            return;
        }
        callAccessors(document.length, model);
        assertThat(Bounds.check(document.length, () -> fromJson.apply(model.toJson())))
                .isEqualTo(model);
        if (model.violations().isEmpty()) {
            readByJackson(json, type).ifPresent(read -> assertThat(read).isEqualTo(model));
        }
    }

    /** Each gives a value, or says that it is unreadable. */
    private static void callAccessors(int length, JsonModel model) {
        assertThat(Bounds.check(length, model::toString)).isNotNull();
        for (Method accessor : model.getClass().getMethods()) {
            if (accessor.getParameterCount() == 0 && accessor.getDeclaringClass() == model.getClass()) {
                Bounds.check(length, () -> call(accessor, model));
            }
        }
    }

    private static void call(Method accessor, JsonModel model) {
        try {
            accessor.invoke(model);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).as(accessor.getName()).isInstanceOf(UnreadableValueException.class);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** What we refuse is no JSON object for others either, nor is what is deeper or longer than they take. */
    private static boolean isObjectForJackson(String json) {
        try {
            return JACKSON.readTree(json) instanceof ObjectNode;
        } catch (JsonProcessingException | NumberFormatException e) {
            return false;
        }
    }

    /** Nothing if a number has an exponent that BigDecimal does not take, which Jackson lets through as it comes. */
    private static <T> Optional<T> readByJackson(String json, Class<T> type) {
        try {
            return Optional.of(JACKSON.readValue(json, type));
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new AssertionError("Jackson refuses what we read", e);
        }
    }
}
