package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes one document of many files: a schema of another file becomes a component, anything else a copy in place.
 * References are read as paths beside the file that they stand in; nothing is fetched from the network.
 */
final class Bundle {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> SCHEMA_FIELDS =
            Set.of("schema", "items", "additionalProperties", "not", "contains", "propertyNames");
    private static final Set<String> SCHEMA_LISTS = Set.of("allOf", "oneOf", "anyOf", "prefixItems");
    private static final Set<String> SCHEMA_MAPS = Set.of("properties", "patternProperties", "schemas", "$defs");
    /** What looks like a reference in here is a value. */
    private static final Set<String> VALUES = Set.of("example", "examples", "default", "const", "enum");

    private final Path root;
    private final boolean isLenient;
    private final JsonNode document;
    private final Map<Path, JsonNode> files = new HashMap<>();
    /** The names of components by what they came from. */
    private final Map<String, String> names = new HashMap<>();

    private int depth;

    private Bundle(Path root, boolean isLenient) {
        this.root = root.toAbsolutePath().normalize();
        this.isLenient = isLenient;
        this.document = DocumentReader.read(root, isLenient);
        files.put(this.root, document);
    }

    /** Reads a document; a lenient reader takes the last of keys that are there twice. */
    static ObjectNode read(Path file, boolean isLenient) {
        Bundle bundle = new Bundle(file, isLenient);
        if (!(bundle.document instanceof ObjectNode object)) {
            throw new SpecificationException(file.toString(), "this is no OpenAPI document", "Name another file.");
        }
        Anchors.replace(object);
        bundle.adopt(object.at("/components/schemas"));
        bundle.resolve(object, bundle.root, false, "#");
        return object;
    }

    /** A component that is nothing but a schema of another file is that schema, under its own name. */
    private void adopt(JsonNode schemas) {
        Map<String, String> references = new LinkedHashMap<>();
        schemas.properties().forEach(entry -> {
            String reference = entry.getValue().path("$ref").asText("#");
            if (!reference.startsWith("#") && entry.getValue().size() == 1) {
                Path target = beside(root, fileOf(reference), SCHEMAS + entry.getKey());
                String source = target + "#" + fragmentOf(reference);
                if (!target.equals(root) && names.putIfAbsent(source, entry.getKey()) == null) {
                    references.put(entry.getKey(), reference);
                }
            }
        });
        references.forEach((name, reference) -> {
            Path target = beside(root, fileOf(reference), SCHEMAS + name);
            JsonNode copy = find(target, fragmentOf(reference), SCHEMAS + name).deepCopy();
            ((ObjectNode) schemas).set(name, copy);
            ((ObjectNode) schemas).set(name, resolved(copy, target, true, SCHEMAS + name));
        });
    }

    private static String fileOf(String reference) {
        return reference.indexOf('#') < 0 ? reference : reference.substring(0, reference.indexOf('#'));
    }

    private static String fragmentOf(String reference) {
        return reference.indexOf('#') < 0 ? "" : reference.substring(reference.indexOf('#') + 1);
    }

    private void resolve(JsonNode node, Path file, boolean isMapOfSchemas, String place) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolved(array.get(i), file, isMapOfSchemas, place + "/" + i));
            }
        } else if (node instanceof ObjectNode object) {
            for (String field : object.propertyStream().map(Map.Entry::getKey).toList()) {
                boolean isValue = VALUES.contains(field) || field.startsWith("x-");
                if (isValue && !isMapOfSchemas && !place.endsWith("/responses")) {
                    if (field.equals("examples") && object.get(field) instanceof ObjectNode examples) {
                        resolveExamples(examples, file, place + "/examples");
                    }
                    continue;
                }
                boolean isSchema = isMapOfSchemas || SCHEMA_FIELDS.contains(field);
                JsonNode value = object.get(field);
                String at = place + "/" + JsonPointers.escape(field);
                if (!isMapOfSchemas && (SCHEMA_LISTS.contains(field) || SCHEMA_MAPS.contains(field))) {
                    resolve(value, file, true, at);
                } else {
                    object.set(field, resolved(value, file, isSchema, at));
                }
            }
        }
    }

    /** Examples may be references; what is in one is a value. */
    private void resolveExamples(ObjectNode examples, Path file, String place) {
        for (String name : examples.propertyStream().map(Map.Entry::getKey).toList()) {
            if (examples.get(name).path("$ref").isTextual()) {
                examples.set(name, resolved(examples.get(name), file, false, place + "/" + name));
            }
        }
    }

    private JsonNode resolved(JsonNode node, Path file, boolean isSchema, String place) {
        JsonNode reference = node.path("$ref");
        if (!reference.isTextual() || (reference.textValue().startsWith("#") && file.equals(root))) {
            resolve(node, file, false, place);
            return node;
        }
        String text = reference.textValue();
        String fileName = fileOf(text);
        String fragment = fragmentOf(text);
        Path target = fileName.isEmpty() ? file : beside(file, fileName, place);
        if (target.equals(root)) {
            ((ObjectNode) node).put("$ref", "#" + fragment);
            return node;
        }
        if (!isSchema) {
            return copy(target, fragment, place);
        }
        ((ObjectNode) node).put("$ref", SCHEMAS + JsonPointers.escape(component(target, fragment, place)));
        return node;
    }

    private JsonNode copy(Path target, String fragment, String place) {
        if (++depth > 200) {
            throw new SpecificationException(place, "the references go in a circle", "Break the circle.");
        }
        JsonNode copy = find(target, fragment, place).deepCopy();
        JsonNode result = resolved(copy, target, false, place);
        depth--;
        return result;
    }

    private String component(Path target, String fragment, String place) {
        String source = target + "#" + fragment;
        String known = names.get(source);
        if (known != null) {
            return known;
        }
        ObjectNode schemas = ((ObjectNode) document).withObject("/components").withObject("/schemas");
        String wanted = nameOf(target, fragment);
        String name = wanted;
        for (int i = 2; schemas.has(name); i++) {
            name = wanted + i;
        }
        names.put(source, name);
        JsonNode copy = find(target, fragment, place).deepCopy();
        schemas.set(name, copy);
        schemas.set(name, resolved(copy, target, true, SCHEMAS + name));
        return name;
    }

    private static String nameOf(Path target, String fragment) {
        if (fragment.isEmpty() || fragment.equals("/")) {
            return String.valueOf(target.getFileName()).replaceAll("\\.[A-Za-z]+$", "");
        }
        return JsonPointers.unescape(fragment.substring(fragment.lastIndexOf('/') + 1));
    }

    private JsonNode find(Path target, String fragment, String place) {
        JsonNode file = files.computeIfAbsent(target, path -> DocumentReader.read(path, isLenient));
        JsonNode found = fragment.isEmpty() ? file : JsonPointers.find(file, fragment);
        if (found.isMissingNode()) {
            throw new SpecificationException(
                    place,
                    "the reference to " + target.getFileName() + "#" + fragment + " leads nowhere",
                    "Correct it.");
        }
        return found;
    }

    private static Path beside(Path file, String reference, String place) {
        if (reference.matches("[a-z]{2,}:.*")) {
            throw new SpecificationException(
                    place, "the reference " + reference + " leads into the network", "Save that file beside this one.");
        }
        String path = java.net.URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
        Path target = file.resolveSibling(path).toAbsolutePath().normalize();
        if (!Files.isRegularFile(target)) {
            throw new SpecificationException(
                    place, "there is no file " + reference + " beside " + file.getFileName(), "Save it there.");
        }
        return target;
    }
}
