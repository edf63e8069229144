package io.github.clearstreet.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What pom.xml tells the generator and the compiler, read from there so that tests cannot differ from the build. */
final class GeneratorSettings {
    private static final Path TEMPLATES = Path.of("generator-templates");

    private final Document pom;

    private GeneratorSettings(Document pom) {
        this.pom = pom;
    }

    static GeneratorSettings ofThisBuild() {
        try {
            return new GeneratorSettings(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("pom.xml").toFile()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("pom.xml cannot be read. Run the tests in the folder of the project.", e);
        }
    }

    /** Returns a generator that is set up as in the build, but for input, output and packages. */
    CodegenConfigurator generator() {
        CodegenConfigurator generator =
                CodegenConfigurator.fromFile(TEMPLATES.resolve("config.yaml").toString());
        generator.setTemplateDir(TEMPLATES.toString());
        GlobalSettings.reset();
        GlobalSettings.setProperty("models", "");
        GlobalSettings.setProperty("apis", "");
        for (Element setting : children(configuration("openapi-generator-maven-plugin"))) {
            apply(setting, generator);
        }
        return generator;
    }

    private static void apply(Element setting, CodegenConfigurator generator) {
        String value = setting.getTextContent().strip();
        switch (setting.getTagName()) {
            case "generatorName" -> generator.setGeneratorName(value);
            case "library" -> generator.setLibrary(value);
            case "engine" -> generator.setTemplatingEngineName(value);
            case "typeMappings" -> pairs(setting, generator::addTypeMapping);
            case "importMappings" -> pairs(setting, generator::addImportMapping);
            case "nameMappings" -> pairs(setting, generator::addNameMapping);
            case "parameterNameMappings" -> pairs(setting, generator::addParameterNameMapping);
            case "enumNameMappings" -> pairs(setting, generator::addEnumNameMapping);
            case "modelNameMappings" -> pairs(setting, generator::addModelNameMapping);
            case "openapiNormalizer" -> pairs(setting, generator::addOpenapiNormalizer);
            case "inlineSchemaOptions" -> pairs(setting, generator::addInlineSchemaOption);
            case "configOptions" ->
                children(setting)
                        .forEach(option ->
                                generator.addAdditionalProperty(option.getTagName(), option.getTextContent()));
            case "quiet" -> generator.setQuiet(Boolean.parseBoolean(value));
            case "skipOperationExample" -> generator.setSkipOperationExample(Boolean.parseBoolean(value));
            case "supportingFilesToGenerate" -> GlobalSettings.setProperty("supportingFiles", value);
            case "generateApiTests" -> GlobalSettings.setProperty("apiTests", value);
            case "generateApiDocumentation" -> GlobalSettings.setProperty("apiDocs", value);
            case "generateModelTests" -> GlobalSettings.setProperty("modelTests", value);
            case "generateModelDocumentation" -> GlobalSettings.setProperty("modelDocs", value);
            case "inputSpec",
                    "templateDirectory",
                    "configurationFile",
                    "output",
                    "apiPackage",
                    "modelPackage",
                    "minimalUpdate" -> {
                // Chosen by the test, or without influence on what is generated.
            }
            default ->
                throw new IllegalStateException("pom.xml gives the generator a setting that the tests do not know: "
                        + setting.getTagName() + ". Add it here.");
        }
    }

    /** Returns the compiler's options of the build, without Error Prone: that needs no second run. */
    List<String> compilerOptions() {
        List<String> options = new ArrayList<>(List.of("--release", "17", "-parameters", "-proc:none", "-Werror"));
        for (Element argument : children(child(configuration("maven-compiler-plugin"), "compilerArgs"))) {
            if (argument.getTextContent().startsWith("-Xlint")) {
                options.add(argument.getTextContent());
            }
        }
        return options;
    }

    private Element configuration(String plugin) {
        for (Element candidate : elements(pom.getElementsByTagName("plugin"))) {
            if (child(candidate, "artifactId").getTextContent().equals(plugin)) {
                return elements(candidate.getElementsByTagName("configuration")).get(0);
            }
        }
        throw new IllegalStateException("pom.xml does not configure " + plugin);
    }

    private static void pairs(Element setting, BiConsumer<String, String> target) {
        for (Element pair : children(setting)) {
            for (String text : pair.getTextContent().strip().split(",", -1)) {
                String[] keyAndValue = text.split("=", 2);
                target.accept(keyAndValue[0], keyAndValue[1]);
            }
        }
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(parent.getTagName() + " in pom.xml has no " + name));
    }

    private static List<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
