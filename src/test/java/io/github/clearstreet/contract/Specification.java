package io.github.clearstreet.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code openapi/clear-street.yaml}: says what is wrong with a request or an answer. */
final class Specification {
    private static final Path FILE = Path.of("openapi", "clear-street.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Schemas schemas;

    /** One kind of answer that the document allows. */
    record AnswerKind(String operation, int status, String mediaType) {}

    private Specification(JsonNode document) {
        this.document = document;
        this.schemas = new Schemas(document);
    }

    static Specification load() {
        try {
            return new Specification(new YAMLMapper().readTree(FILE.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<AnswerKind> answerKinds() {
        List<AnswerKind> kinds = new ArrayList<>();
        for (SpecifiedOperation operation : operations()) {
            for (Map.Entry<String, JsonNode> response :
                    document.at(operation.pointer() + "/responses").properties()) {
                int status = Integer.parseInt(response.getKey());
                for (Map.Entry<String, JsonNode> content :
                        document.at(response(operation, status) + "/content").properties()) {
                    kinds.add(new AnswerKind(operation.id(), status, content.getKey()));
                }
            }
        }
        return kinds;
    }

    Optional<AnswerKind> answerKind(Exchange exchange) {
        return operation(exchange.request())
                .map(operation -> new AnswerKind(
                        operation.id(),
                        exchange.answer().status(),
                        exchange.answer().mediaType()));
    }

    /** Every form that a request can take: each query parameter of each operation, and each example of its body. */
    Set<String> requestForms() {
        Set<String> forms = new LinkedHashSet<>();
        for (SpecifiedOperation operation : operations()) {
            parameters(operation, "query").names().forEach(name -> forms.add(operation.id() + " ?" + name));
            bodyExamples(operation).forEach(body -> forms.add(operation.id() + " " + body));
        }
        return forms;
    }

    /** The forms that this request has. */
    Set<String> requestForms(Exchange.Request request) {
        Set<String> forms = new LinkedHashSet<>();
        operation(request).ifPresent(operation -> {
            request.parameters().keySet().forEach(name -> forms.add(operation.id() + " ?" + name));
            forms.add(operation.id() + " " + request.body());
        });
        return forms;
    }

    List<String> requestProblems(Exchange.Request request) {
        Optional<SpecifiedOperation> found = operation(request);
        if (found.isEmpty()) {
            return List.of("no operation " + request.method() + " " + request.path());
        }
        SpecifiedOperation operation = found.get();
        List<String> problems = new ArrayList<>();
        problems.addAll(parameters(operation, "path").problems(operation.pathParameters(request)));
        problems.addAll(parameters(operation, "query").problems(request.parameters()));
        if (!request.body().isEmpty()) {
            problems.addAll(bodyProblems(
                    operation.pointer() + "/requestBody", Exchange.mediaType(request.contentType()), request.body()));
        }
        return problems;
    }

    List<String> answerProblems(Exchange exchange) {
        Exchange.Answer answer = exchange.answer();
        Optional<SpecifiedOperation> operation = operation(exchange.request());
        if (operation.isEmpty()) {
            return problemsOfRefusal(answer);
        }
        String response = response(operation.get(), answer.status());
        if (document.at(response).isMissingNode()) {
            return List.of("no status " + answer.status());
        }
        if (answer.saysRetryAfter()
                && document.at(response + "/headers/Retry-After").isMissingNode()) {
            return List.of("no header Retry-After for status " + answer.status());
        }
        return bodyProblems(response, answer.mediaType(), answer.body());
    }

    /** Every example in the document, by where it is, with what is wrong with it. */
    Map<String, List<String>> problemsOfExamples() {
        return new SpecificationExamples(document, schemas).problems();
    }

    JsonNode example(String name) {
        return document.at("/components/examples/" + name + "/value");
    }

    Set<String> fields(String schema) {
        Set<String> names = new LinkedHashSet<>();
        document.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    /** An address or a method that the document does not have can only be refused. */
    private List<String> problemsOfRefusal(Exchange.Answer answer) {
        if (answer.status() != 401 && answer.status() != 404 && answer.status() != 405) {
            return List.of("status " + answer.status() + " for an operation that does not exist");
        }
        return schemas.problems("/components/schemas/ErrorBody", json(answer.body()));
    }

    private SpecifiedParameters parameters(SpecifiedOperation operation, String place) {
        return new SpecifiedParameters(document, schemas, operation, place);
    }

    private JsonNode bodyExamples(SpecifiedOperation operation) {
        String schema = operation.pointer() + "/requestBody/content/" + escape("application/json") + "/schema";
        JsonNode reference = document.at(schema + "/$ref");
        return document.at(
                (reference.isMissingNode() ? schema : reference.asText().substring(1)) + "/examples");
    }

    private List<String> bodyProblems(String pointer, String mediaType, String body) {
        String content = pointer + "/content/" + escape(mediaType);
        if (document.at(content).isMissingNode()) {
            return List.of("no content type '" + mediaType + "'");
        }
        JsonNode value = mediaType.equals("application/json") ? json(body) : TextNode.valueOf(body);
        return value.isMissingNode() ? List.of("not JSON: " + body) : schemas.problems(content + "/schema", value);
    }

    private Optional<SpecifiedOperation> operation(Exchange.Request request) {
        return operations().stream()
                .filter(operation -> operation.isMeantBy(request))
                .findFirst();
    }

    private List<SpecifiedOperation> operations() {
        return SpecifiedOperation.all(document);
    }

    /** Where the answer of this status is, after its reference, if it is one. */
    private String response(SpecifiedOperation operation, int status) {
        String pointer = operation.pointer() + "/responses/" + status;
        JsonNode reference = document.at(pointer + "/$ref");
        return reference.isMissingNode() ? pointer : reference.asText().substring(1);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
