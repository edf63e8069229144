package io.github.clearstreet.specification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a document, JSON or YAML 1.2: there {@code NO}, {@code on} and {@code 09:30} are texts. */
final class DocumentReader {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int MAX_CHARACTERS = 200_000_000;
    private static final int MAX_DEPTH = 1_000;

    private DocumentReader() {}

    static JsonNode read(Path file, boolean isLenient) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new SpecificationException(
                    file.toString(), "the file cannot be read", "Name a file that is there, in UTF-8.");
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return text.stripLeading().startsWith("{") && file.toString().endsWith(".json")
                ? readJson(file, text)
                : readYaml(file, text, isLenient);
    }

    private static JsonNode readJson(Path file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SpecificationException(
                    file + ":" + e.getLocation().getLineNr(), e.getOriginalMessage(), "Correct the JSON text.");
        }
    }

    static JsonNode readYaml(Path file, String text, boolean isLenient) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        try {
            Node root = compose(new Yaml(options), text);
            if (root == null) {
                throw new SpecificationException(file.toString(), "the file is empty", "Name another file.");
            }
            return new YamlTree(file, isLenient).convert(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new SpecificationException(
                    file + ":" + line, String.valueOf(e.getProblem()), "Correct the YAML text.");
        }
    }

    private static @Nullable Node compose(Yaml yaml, String text) {
        return yaml.compose(new StringReader(text));
    }
}
