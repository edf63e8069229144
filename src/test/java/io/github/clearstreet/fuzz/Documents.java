package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.UnreadableValueException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What holds for every document: it is refused as no JSON, or read, written and read again as the same. */
final class Documents {
    /** As the README advises: a double would lose digits. */
    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Documents() {}

    static <T extends JsonModel> void check(byte[] document, Class<T> type, Function<String, T> fromJson) {
        String json = new String(document, StandardCharsets.UTF_8);
        T model;
        try {
            model = fromJson.apply(json);
        } catch (IllegalArgumentException notJson) {
            return;
        }
        callAccessors(model);
        assertThat(fromJson.apply(model.toJson())).isEqualTo(model);
        if (model.violations().isEmpty()) {
            assertThat(readByJackson(json, type)).isEqualTo(model);
        }
    }

    /** Each gives a value, or says that it is unreadable. */
    private static void callAccessors(JsonModel model) {
        assertThat(model.toString()).isNotNull();
        for (Method accessor : model.getClass().getMethods()) {
            if (accessor.getParameterCount() == 0 && accessor.getDeclaringClass() == model.getClass()) {
                try {
                    accessor.invoke(model);
                } catch (InvocationTargetException e) {
                    assertThat(e.getCause()).as(accessor.getName()).isInstanceOf(UnreadableValueException.class);
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private static <T> T readByJackson(String json, Class<T> type) {
        try {
            return JACKSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Jackson refuses what we read", e);
        }
    }
}
