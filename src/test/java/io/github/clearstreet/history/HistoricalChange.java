package io.github.clearstreet.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One file of {@code src/test/resources/history}: the API before and after a change, an answer of each, and what is expected. */
final class HistoricalChange {
    private static final Path FOLDER = Path.of("src", "test", "resources", "history");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String name;
    private final JsonNode file;

    private HistoricalChange(Path path) {
        this.name = path.getFileName().toString().replace(".yaml", "");
        this.file = read(path);
    }

    static List<HistoricalChange> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file ->
                            Character.isDigit(file.getFileName().toString().charAt(0)))
                    .sorted()
                    .map(HistoricalChange::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a Java identifier: the package of the client that is generated for {@code before} or {@code after}. */
    String variant(String when) {
        return "change" + name.replace("-", "") + when;
    }

    /** Writes the specification of {@code before} or {@code after}: the frame, patched. */
    Path writeSpecification(String when, Path folder) {
        ObjectNode specification = (ObjectNode) read(FOLDER.resolve("frame.yaml"));
        for (String part : List.of("both", when)) {
            merge((ObjectNode) specification.path("paths"), file.path(part).path("paths"));
            merge(
                    (ObjectNode) specification.path("components").path("schemas"),
                    file.path(part).path("schemas"));
        }
        try {
            return Files.writeString(folder.resolve(variant(when) + ".json"), specification.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the one element of the list that the API answered {@code before} or {@code after}. */
    ObjectNode element(String when) {
        return (ObjectNode) file.path(when).path("answer");
    }

    /** Returns the whole answer. */
    String answer(String when) {
        ObjectNode answer = YAML.createObjectNode();
        ArrayNode data = answer.putArray("data");
        data.add(element(when));
        return answer.toString();
    }

    List<String> differences() {
        return file.path("differences").valueStream().map(JsonNode::textValue).toList();
    }

    /** Returns what accessors are expected to return or to report, as text. */
    Map<String, String> reading(String section) {
        Map<String, String> reading = new LinkedHashMap<>();
        file.path(section)
                .properties()
                .forEach(entry -> reading.put(entry.getKey(), entry.getValue().textValue()));
        return reading;
    }

    /** JSON Merge Patch, RFC 7386. */
    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                target.remove(entry.getKey());
            } else if (value.isObject() && target.path(entry.getKey()).isObject()) {
                merge((ObjectNode) target.path(entry.getKey()), value);
            } else {
                target.set(entry.getKey(), value);
            }
        });
    }

    private static JsonNode read(Path path) {
        try {
            return YAML.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + ": " + file.path("change").textValue();
    }
}
