package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML nodes as JSON, by the core schema of YAML 1.2; the parser's own rules are those of YAML 1.1. */
final class YamlTree {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,6})?");
    /** Values of a schema whose type says that they are texts, as they are written. */
    private static final Set<String> VALUES = Set.of("enum", "const", "default", "example", "examples");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Path file;
    private final boolean isLenient;

    YamlTree(Path file, boolean isLenient) {
        this.file = file;
        this.isLenient = isLenient;
    }

    JsonNode convert(Node node) {
        return convert(node, false);
    }

    private JsonNode convert(Node node, boolean asText) {
        if (node instanceof MappingNode mapping) {
            return object(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.getValue().forEach(element -> array.add(convert(element, asText)));
            return array;
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.isPlain() ? plain(scalar.getValue(), asText) : NODES.textNode(scalar.getValue());
    }

    private ObjectNode object(MappingNode mapping) {
        ObjectNode object = NODES.objectNode();
        boolean isText = isText(mapping);
        for (NodeTuple tuple : mapping.getValue()) {
            String key = key(tuple);
            if (key.equals("<<")) {
                merge(object, convert(tuple.getValueNode(), false));
                continue;
            }
            JsonNode value = convert(tuple.getValueNode(), isText && VALUES.contains(key));
            if (object.has(key) && !isMerged(mapping, key) && !isLenient) {
                throw new SpecificationException(
                        file + ":" + (tuple.getKeyNode().getStartMark().getLine() + 1),
                        "the key \"" + key + "\" is there twice",
                        "Remove one of them.");
            }
            object.set(key, value);
        }
        return object;
    }

    /** A merged value gives way to the mapping's own, so that it may be there before. */
    private static boolean isMerged(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                        .filter(tuple -> key(tuple).equals(key))
                        .count()
                == 1;
    }

    private static void merge(ObjectNode object, JsonNode merged) {
        if (merged.isArray()) {
            merged.forEach(element -> merge(object, element));
        } else {
            merged.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue()));
        }
    }

    /** A key is a text, whatever it looks like: {@code 200:}, {@code on:}, {@code NO:}. */
    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static boolean isText(MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (key(tuple).equals("type")) {
                return tuple.getValueNode() instanceof ScalarNode type
                        ? type.getValue().equals("string")
                        : tuple.getValueNode() instanceof SequenceNode types
                                && types.getValue().stream()
                                        .allMatch(type -> type instanceof ScalarNode name
                                                && Set.of("string", "null").contains(name.getValue()));
            }
        }
        return false;
    }

    private static JsonNode plain(String text, boolean asText) {
        if (text.isEmpty() || Set.of("~", "null", "Null", "NULL").contains(text)) {
            return NODES.nullNode();
        }
        if (asText) {
            return NODES.textNode(text);
        }
        if (Set.of("true", "True", "TRUE").contains(text)) {
            return NODES.booleanNode(true);
        }
        if (Set.of("false", "False", "FALSE").contains(text)) {
            return NODES.booleanNode(false);
        }
        if (INTEGER.matcher(text).matches()) {
            return integer(new BigInteger(text));
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 8));
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 16));
        }
        return FLOAT.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : NODES.textNode(text);
    }

    private static JsonNode integer(BigInteger value) {
        return value.bitLength() < Integer.SIZE
                ? NODES.numberNode(value.intValue())
                : value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }
}
