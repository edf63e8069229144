package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.oneOf;
import static org.quicktheories.generators.Generate.pick;

import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.json.Violation;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Whatever one value of an answer turns into, all others are read as before. */
class MutationPropertyTest {
    private static final String DROPPED = "dropped";
    private static final Set<String> FIELDS = fields();

    private static Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(JsonGenerators.REQUIRED.keySet());
        fields.addAll(JsonGenerators.OPTIONAL.keySet());
        return fields;
    }

    private static final Gen<@Nullable Object> MUTATIONS = JsonGenerators.orNull(
            oneOf(
                    JsonGenerators.values(),
                    pick(List.<Object>of(
                            DROPPED,
                            new BigDecimal("1e1000000000"),
                            new BigDecimal("-1e-1000000000"),
                            "1e999999999",
                            ""))),
            10);

    @Test
    void fromJson_whenAFieldIsMutated_disturbsNoOther() {
        qt().withExamples(2_000)
                .forAll(JsonGenerators.orders(), pick(List.copyOf(FIELDS)), MUTATIONS)
                .checkAssert((order, field, mutation) -> {
                    Map<String, Object> mutated = mutate(order, field, mutation);
                    Order before = read(order);

                    Order after = read(mutated);

                    for (String other : FIELDS) {
                        if (!other.equals(field)) {
                            assertThat(get(after, other)).isEqualTo(get(before, other));
                        }
                    }
                    assertThat(after.additionalProperties()).isEqualTo(before.additionalProperties());
                    assertViolationsMatchAccessor(after, field);
                    assertThat(Order.fromJson(after.toJson())).isEqualTo(after);
                });
    }

    @Test
    void fromJson_whenAnOrderIsMutated_disturbsNoOther() {
        qt().withExamples(500).forAll(JsonGenerators.orders(), MUTATIONS).checkAssert((order, mutation) -> {
            List<@Nullable Object> data = new ArrayList<>(List.of(order, order, order));
            data.set(1, mutation);

            OrderListResponse answer = OrderListResponse.fromJson(TestJson.write(Map.of("data", data)));

            assertThat(answer.data()).hasSize(3);
            assertThat(answer.data().get(0)).isEqualTo(read(order));
            assertThat(answer.data().get(2)).isEqualTo(read(order));
            assertThat(answer.data().get(1).violations()).isNotEmpty();
        });
    }

    @Test
    void fromJson_whenAPartOfTheEnvelopeIsMutated_disturbsNoOther() {
        qt().withExamples(500).forAll(JsonGenerators.orders(), MUTATIONS).checkAssert((order, mutation) -> {
            Map<String, Object> answer = Map.of("data", List.of(order), "metadata", Map.of("request_id", "r"));

            OrderListResponse otherError =
                    OrderListResponse.fromJson(TestJson.write(mutate(answer, "error", mutation)));
            OrderListResponse otherMetadata =
                    OrderListResponse.fromJson(TestJson.write(mutate(answer, "metadata", mutation)));
            OrderListResponse otherData = OrderListResponse.fromJson(TestJson.write(mutate(answer, "data", mutation)));

            assertThat(otherError.data()).isEqualTo(otherMetadata.data()).containsExactly(read(order));
            assertThat(otherError.metadata()).isEqualTo(otherData.metadata());
        });
    }

    private static Map<String, Object> mutate(Map<String, Object> fields, String name, @Nullable Object mutation) {
        Map<String, Object> mutated = new LinkedHashMap<>(fields);
        if (DROPPED.equals(mutation)) {
            mutated.remove(name);
        } else {
            mutated.put(name, mutation);
        }
        return mutated;
    }

    private static Order read(Object order) {
        return Order.fromJson(TestJson.write(order));
    }

    /** The accessor throws exactly if there is a violation, and then the same one. */
    private static void assertViolationsMatchAccessor(Order order, String field) {
        Throwable thrown = catchThrowable(() -> get(order, field));
        if (thrown == null) {
            assertThat(order.violations()).isEmpty();
            return;
        }
        assertThat(thrown).isInstanceOf(UnreadableValueException.class);
        Violation violation = ((UnreadableValueException) thrown).violation();
        assertThat(order.violations()).containsExactly(violation);
        assertThat(violation.pointer()).matches("/" + field + "(/.*)?");
    }

    private static Object get(Order order, String field) {
        StringBuilder accessor = new StringBuilder();
        for (String word : field.split("_", -1)) {
            accessor.append(accessor.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        try {
            return Order.class.getMethod(accessor.toString()).invoke(order);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UnreadableValueException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
