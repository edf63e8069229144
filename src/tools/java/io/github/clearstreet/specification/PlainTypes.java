package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The types of texts and numbers, by format, bounds and examples. A format that is not known here stays a text. */
final class PlainTypes {
    private static final Set<String> SMALL = Set.of("int32", "int16", "int8", "uint16", "uint8", "short", "byte");
    private static final Set<String> BIG =
            Set.of("uint64", "int128", "uint128", "bigint", "biginteger", "big-integer", "big-int");
    private static final Pattern TIMESTAMP = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?");

    private PlainTypes() {}

    /** A text is no more than a text if the document shows one that its format does not allow. */
    static ValueType text(JsonNode schema) {
        List<String> samples = Samples.of(schema).stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
        return switch (schema.path("format").asText("")) {
            case "date-time" -> all(samples, TIMESTAMP) ? timestamp(samples) : ValueType.STRING;
            case "date" -> all(samples, DATE) ? ValueType.LOCAL_DATE : ValueType.STRING;
            case "uuid" -> all(samples, UUID) ? ValueType.UUID : ValueType.STRING;
            case "decimal", "bigdecimal", "big-decimal" ->
                all(samples, DECIMAL) ? ValueType.BIG_DECIMAL : ValueType.STRING;
            default -> ValueType.STRING;
        };
    }

    private static boolean all(List<String> samples, Pattern pattern) {
        return samples.stream().allMatch(sample -> pattern.matcher(sample).matches());
    }

    /** An offset is kept where the document shows one. */
    private static ValueType timestamp(List<String> samples) {
        return samples.stream().anyMatch(sample -> !sample.matches(".*([Zz]|[+-]00:00)"))
                ? ValueType.OFFSET_DATE_TIME
                : ValueType.INSTANT;
    }

    static ValueType integer(JsonNode schema) {
        List<JsonNode> samples =
                Samples.of(schema).stream().filter(JsonNode::isNumber).toList();
        if (samples.stream()
                .anyMatch(sample -> sample.decimalValue().stripTrailingZeros().scale() > 0)) {
            return ValueType.NUMBER;
        }
        String format = schema.path("format").asText("");
        if (SMALL.contains(format) && samples.stream().allMatch(sample -> bits(sample) < Integer.SIZE)) {
            return ValueType.INTEGER;
        }
        boolean isBig = BIG.contains(format)
                || isBeyondLong(schema)
                || samples.stream().anyMatch(sample -> bits(sample) >= Long.SIZE);
        return isBig ? ValueType.BIG_INTEGER : ValueType.LONG;
    }

    private static int bits(JsonNode number) {
        return number.decimalValue().toBigInteger().bitLength();
    }

    private static boolean isBeyondLong(JsonNode schema) {
        for (String bound : List.of("maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum")) {
            JsonNode value = schema.path(bound);
            if (value.isNumber() && Math.abs(value.decimalValue().scale()) < 1_000) {
                BigInteger integer = value.decimalValue().toBigInteger();
                // Documents write 2^63 where they mean the largest long.
                boolean isLargestLong = integer.equals(BigInteger.ONE.shiftLeft(Long.SIZE - 1));
                if (integer.bitLength() >= Long.SIZE && !isLargestLong) {
                    return true;
                }
            }
        }
        return false;
    }
}
