package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.ValueType.Typed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A document that the generator and the templates can carry whole. */
public final class Prepared {
    private Prepared() {}

    /** Reads the first file and writes the second; says in one line what is wrong, and ends with code 1. */
    public static void main(String[] arguments) throws IOException {
        try {
            write(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (SpecificationException e) {
            System.err.println("SPECIFICATION " + e.getMessage());
            System.exit(1);
        }
    }

    /** Writes the document made ready; a file that would stay the same is not touched. */
    public static void write(Path specification, Path output) throws IOException {
        byte[] prepared = DocumentReader.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(of(specification))
                .getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(output) || !java.util.Arrays.equals(prepared, Files.readAllBytes(output))) {
            Files.createDirectories(output.toAbsolutePath().getParent());
            Files.write(output, prepared);
        }
    }

    static ObjectNode of(Path specification) {
        ObjectNode document = Bundle.read(specification);
        String version = document.path("openapi").asText("");
        if (!version.startsWith("3.")) {
            throw new SpecificationException(
                    specification.toString(),
                    "this is no OpenAPI 3 document",
                    "Convert it, for example from Swagger 2.0.");
        }
        Components components = new Components(document);
        new Samples(document, components).distribute();
        Names names = new Names();
        Classes classes = new Classes();
        SchemaCompiler compiler = new SchemaCompiler(components, names, classes);
        compiler.compileComponents();
        classes.finish(compiler, names);
        Operations operations = new Operations(document, components, compiler, names);
        ObjectNode paths = operations.prepared();
        classes.finish(compiler, names);
        operations.patched().forEach(name -> classes.mergesInto(String.valueOf(name)));
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
