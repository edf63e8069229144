package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.ValueType.Typed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A document that the generator and the templates can carry whole. */
public final class Prepared {
    private Prepared() {}

    /** Writes the document made ready; a file that would stay the same is not touched. */
    public static void write(Path specification, Path output) throws IOException {
        write(specification, output, false);
    }

    /** Returns what was mended: nothing if the document is valid. */
    static List<SpecificationException> write(Path specification, Path output, boolean isLenient) throws IOException {
        ObjectNode document = Bundle.read(specification, isLenient);
        requireVersion(document, specification);
        List<SpecificationException> faults = Faults.mend(document);
        Envelopes.add(document);
        if (!faults.isEmpty() && !isLenient) {
            throw new SpecificationException(faults);
        }
        writeIfChanged(output, of(document));
        return faults;
    }

    /** Returns the text of the document as it is read for the generator: one file, mended where it is invalid. */
    public static String whole(Path specification) {
        ObjectNode document = Bundle.read(specification, true);
        requireVersion(document, specification);
        Faults.mend(document);
        return document.toString();
    }

    private static void requireVersion(ObjectNode document, Path specification) {
        String version = document.path("openapi").asText("");
        if (!version.startsWith("3.")) {
            throw new SpecificationException(
                    specification.toString(),
                    "this is no OpenAPI 3 document",
                    "Convert it, for example from Swagger 2.0.");
        }
    }

    static void writeIfChanged(Path output, ObjectNode content) throws IOException {
        byte[] written = DocumentReader.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(content)
                .getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(output) || !Arrays.equals(written, Files.readAllBytes(output))) {
            Files.createDirectories(output.toAbsolutePath().getParent());
            Files.write(output, written);
        }
    }

    private static ObjectNode of(ObjectNode document) {
        Components components = new Components(document);
        new Samples(document, components).distribute();
        Names names = new Names();
        document.path("paths")
                .forEach(path -> path.forEach(
                        operation -> operation.path("tags").forEach(tag -> names.reserveTag(tag.asText()))));
        names.reserveTag("Default");
        Classes classes = new Classes();
        SchemaCompiler compiler = new SchemaCompiler(components, names, classes);
        compiler.compileComponents();
        classes.finish(compiler, names);
        Operations operations = new Operations(document, components, compiler, names);
        ObjectNode paths = operations.prepared();
        classes.finish(compiler, names);
        operations.patched().forEach(classes::mergesInto);
        ObjectNode prepared = DocumentReader.JSON.createObjectNode();
        // Schemas are plain by now; 3.0 is what the generator knows best.
        prepared.put("openapi", "3.0.3");
        prepared.set("info", info(document));
        for (String kept : List.of("servers", "tags", "security")) {
            if (document.has(kept)) {
                prepared.set(kept, document.get(kept));
            }
        }
        prepared.set("paths", paths);
        ObjectNode schemas = prepared.putObject("components").putObject("schemas");
        classes.schemas().forEach(schemas::set);
        return prepared;
    }

    private static ObjectNode info(ObjectNode document) {
        ObjectNode info = DocumentReader.JSON.createObjectNode();
        info.put("title", document.at("/info/title").asText("API"));
        info.put("version", document.at("/info/version").asText("1"));
        return info;
    }

    /** Returns the schema that gives a parameter, a body or an answer its type. */
    static JsonNode schema(Typed type, JsonNode given) {
        ObjectNode schema = type.type().schema().deepCopy();
        if (schema.has("$ref")) {
            return schema;
        }
        if (type.isNullable()) {
            schema.put("nullable", true);
        }
        for (String kept : List.of("description", "default", "deprecated")) {
            if (given.has(kept) && !given.get(kept).isContainerNode()) {
                schema.set(kept, given.get(kept));
            }
        }
        return schema;
    }
}
