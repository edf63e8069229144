package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Types;
import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.runtime.json.Codecs;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypeCodecsTest {
    private final TypeCodecs codecs = new TypeCodecs(ModelCodecs::of);

    @Test
    void of_whenTypeIsAModel_isItsGeneratedCodec() {
        assertThat(codecs.of(Order.class)).isSameAs(ModelCodecs.of(Order.class));
    }

    @Test
    void of_whenTypeIsAMapOfAnything_keepsNulls() {
        assertThat(codecs.of(Types.parameterize(Map.class, String.class, Object.class)))
                .isSameAs(Codecs.FREE_FORM);
    }

    @ParameterizedTest
    @MethodSource
    void of_whenGeneratorNeverMakesTheType_isRefused(Type type) {
        assertThatThrownBy(() -> codecs.of(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(type.getTypeName());
    }

    static List<Type> of_whenGeneratorNeverMakesTheType_isRefused() {
        return List.of(
                Thread.class,
                Types.parameterize(Set.class, String.class),
                Types.parameterize(Map.class, Long.class, String.class));
    }
}
