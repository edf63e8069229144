package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The listed values of a schema. */
final class Enums {
    private Enums() {}

    /** Returns the values that are not null, each once; null if there are none, or lists and objects among them. */
    static @Nullable ArrayNode values(Merged schema) {
        Set<JsonNode> values = new LinkedHashSet<>();
        schema.keyword("enum").forEach(values::add);
        JsonNode constant = schema.keyword("const");
        if (!constant.isMissingNode()) {
            values.clear();
            values.add(constant);
        }
        if (values.removeIf(JsonNode::isNull)) {
            schema.isNullable = true;
        }
        if (values.isEmpty() || values.stream().anyMatch(JsonNode::isContainerNode)) {
            return null;
        }
        ArrayNode list = DocumentReader.JSON.createArrayNode();
        boolean areTexts = schema.types != null && schema.types.equals(Set.of("string"));
        values.forEach(value -> {
            if (areTexts) {
                list.add(value.asText());
            } else {
                list.add(value);
            }
        });
        return list;
    }

    static boolean areBooleans(ArrayNode values) {
        return all(values, JsonNode::isBoolean);
    }

    static boolean areNumbers(ArrayNode values) {
        return all(values, JsonNode::isNumber);
    }

    static boolean areTexts(ArrayNode values) {
        return all(values, JsonNode::isTextual);
    }

    private static boolean all(ArrayNode values, java.util.function.Predicate<JsonNode> rule) {
        return values.valueStream().allMatch(rule);
    }
}
