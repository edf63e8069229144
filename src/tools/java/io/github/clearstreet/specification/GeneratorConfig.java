package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All that the generator is told, {@code config.yaml} beside the templates, for packages of any name. */
final class GeneratorConfig {
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][\\w]*(\\.[a-z_][\\w]*)*");
    private static final Path NAME = Path.of("config.yaml");

    private final ObjectNode config;

    private GeneratorConfig(JsonNode config) {
        this.config = (ObjectNode) config;
    }

    /** Reads the file, or what the jar of the tools has. */
    static GeneratorConfig read(@Nullable Path file) throws IOException {
        if (file != null) {
            return new GeneratorConfig(DocumentReader.readYaml(file, Files.readString(file), false));
        }
        try (InputStream stream = GeneratorConfig.class.getResourceAsStream(NAME.toString())) {
            if (stream == null) {
                throw new IOException("The jar of the tools has no " + NAME);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new GeneratorConfig(DocumentReader.readYaml(NAME, text, false));
        }
    }

    /** Returns the same for interfaces in {@code basePackage.api} and models in {@code basePackage.model}. */
    GeneratorConfig in(String basePackage) {
        if (!PACKAGE.matcher(basePackage).matches()) {
            throw new IllegalArgumentException(
                    "\"" + basePackage + "\" is no package. Write for example --package com.acme.broker.");
        }
        ObjectNode changed = config.deepCopy();
        String folder = "src/main/java/" + basePackage.replace('.', '/');
        changed.put("apiPackage", basePackage + ".api");
        changed.put("modelPackage", basePackage + ".model");
        changed.path("files").forEach(file -> {
            String given = file.path("folder").asText("");
            if (!given.isEmpty()) {
                ((ObjectNode) file).put("folder", folder + given.substring(given.lastIndexOf('/')));
            }
        });
        return new GeneratorConfig(changed);
    }

    /** Writes it as JSON: the generator goes by the end of the name. A file that would stay the same is not touched. */
    void write(Path file) throws IOException {
        if (!file.toString().endsWith(".json")) {
            throw new IllegalArgumentException("The file of --config must end in .json.");
        }
        Prepared.writeIfChanged(file, config);
    }
}
