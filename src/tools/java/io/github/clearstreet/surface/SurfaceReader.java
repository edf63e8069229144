package io.github.clearstreet.surface;

import io.github.clearstreet.specification.MediaTypes;
import io.github.clearstreet.specification.Prepared;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Reads the surface of a specification with the generator's own parser. */
final class SurfaceReader {
    static final String SENT = "sent";
    static final String ANSWERED = "answered";

    private final OpenAPI api;
    private final SchemaReader schemas;
    private final List<Fact> facts = new ArrayList<>();

    private SurfaceReader(OpenAPI api) {
        this.api = api;
        this.schemas = new SchemaReader(ModelUtils.getSchemas(api));
    }

    static Surface read(Path specification) {
        return new SurfaceReader(parse(specification)).read();
    }

    static OpenAPI parse(Path specification) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIParser().readContents(Prepared.whole(specification), null, options);
        if (result.getOpenAPI() == null) {
            throw new IllegalArgumentException(specification + " is no OpenAPI document: " + result.getMessages());
        }
        return result.getOpenAPI();
    }

    private Surface read() {
        orEmpty(api.getServers()).forEach(server -> add(Fact.Kind.SERVER, server.getUrl(), "", List.of()));
        if (api.getPaths() != null) {
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> readOperation(method + " " + path, item, operation)));
        }
        facts.addAll(schemas.facts());
        return new Surface(facts);
    }

    private void readOperation(String address, PathItem item, Operation operation) {
        String id = Objects.requireNonNullElse(operation.getOperationId(), address.replace(' ', ':'));
        List<String> details = new ArrayList<>(List.of(address));
        orEmpty(operation.getTags()).stream().limit(1).forEach(tag -> details.add("tag " + tag));
        security(operation).forEach(scheme -> details.add("key " + scheme));
        addIf(operation.getDeprecated(), "deprecated", details);
        addIf(isInternal(operation), "internal", details);
        add(Fact.Kind.OPERATION, id, "", details);

        Collection<Parameter> parameters = parameters(item, operation);
        parameters.forEach(parameter -> readParameter(id, parameter));
        List<String> arguments = parameters.stream()
                .filter(parameter -> !parameter.getIn().equals("query"))
                .map(parameter -> parameter.getIn() + " " + name(parameter))
                .toList();
        if (arguments.size() > 1) {
            add(Fact.Kind.ARGUMENTS, id, "", arguments);
        }
        if (operation.getRequestBody() != null) {
            readRequest(id, ModelUtils.getReferencedRequestBody(api, operation.getRequestBody()));
        }
        operation
                .getResponses()
                .forEach((status, response) ->
                        readResponse(id, status, ModelUtils.getReferencedApiResponse(api, response)));
    }

    /** Those of the path first; one of the operation takes the place of one of the path that has its name. */
    private Collection<Parameter> parameters(PathItem item, Operation operation) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Stream.of(item.getParameters(), operation.getParameters())
                .flatMap(some -> orEmpty(some).stream())
                .map(parameter -> ModelUtils.getReferencedParameter(api, parameter))
                .forEach(parameter -> parameters.put(parameter.getIn() + " " + parameter.getName(), parameter));
        return parameters.values();
    }

    /** Names of headers are the same in any case. */
    private static String name(Parameter parameter) {
        return parameter.getIn().equals("header") ? parameter.getName().toLowerCase(Locale.ROOT) : parameter.getName();
    }

    private void readParameter(String operation, Parameter parameter) {
        String place = operation + "." + parameter.getName();
        List<String> details = new ArrayList<>();
        Schema<?> schema = parameter.getSchema();
        if (parameter.getContent() != null && !parameter.getContent().isEmpty()) {
            Map.Entry<String, MediaType> content =
                    parameter.getContent().entrySet().iterator().next();
            schema = content.getValue().getSchema();
            details.add(schemas.typeOf(schema, place, SENT));
            details.add("as " + content.getKey());
        } else {
            details.add(schemas.typeOf(schema, place, SENT));
        }
        details.add(Boolean.TRUE.equals(parameter.getRequired()) ? "required" : "optional");
        addIf(parameter.getDeprecated(), "deprecated", details);
        if (parameter.getContent() == null) {
            ParameterStyle.of(parameter, schemas.resolve(schema)).ifPresent(details::add);
        }
        details.addAll(schemas.fixedValues(schema));
        add(Fact.Kind.PARAMETER, operation, parameter.getIn() + " " + name(parameter), details);
    }

    private static boolean isInternal(Operation operation) {
        return operation.getExtensions() != null
                && Boolean.TRUE.equals(operation.getExtensions().get("x-internal"));
    }

    private void readRequest(String operation, RequestBody request) {
        types(request.getContent(), operation + ".body", SENT).forEach((contentType, type) -> {
            List<String> details = new ArrayList<>(List.of(type));
            details.add(Boolean.TRUE.equals(request.getRequired()) ? "required" : "optional");
            add(Fact.Kind.REQUEST, operation, contentType, details);
        });
    }

    private void readResponse(String operation, String status, ApiResponse response) {
        types(response.getContent(), operation + "." + status, ANSWERED)
                .forEach((contentType, type) ->
                        add(Fact.Kind.RESPONSE, operation, (status + " " + contentType).strip(), details(type)));
        if (response.getHeaders() != null) {
            response.getHeaders().forEach((name, header) -> {
                String type = schemas.typeOf(
                        ModelUtils.getReferencedHeader(api, header).getSchema(), operation + "." + name, ANSWERED);
                add(Fact.Kind.HEADER, operation, status + " " + name, List.of(type));
            });
        }
    }

    private Map<String, String> types(@Nullable Content content, String path, String direction) {
        if (content == null || content.isEmpty()) {
            return Map.of("", "no body");
        }
        // The one that the client sends or asks for; the others change nothing.
        String contentType = MediaTypes.chosen(content.keySet()).orElseThrow();
        Schema<?> schema = Objects.requireNonNull(content.get(contentType)).getSchema();
        String nullable = direction.equals(ANSWERED) && schemas.mayBeNull(schema) ? ", nullable" : "";
        return Map.of(withoutCharset(contentType), schemas.typeOf(schema, path, direction) + nullable);
    }

    private static List<String> details(String type) {
        return type.endsWith(", nullable")
                ? List.of(type.substring(0, type.length() - ", nullable".length()), "nullable")
                : List.of(type);
    }

    /** JSON is UTF-8, whatever else is said. */
    private static String withoutCharset(String contentType) {
        return contentType.replaceAll("\\s*;\\s*charset=[^;]*", "");
    }

    /** The ways a request can show who sends it: by what is sent, not by what the document calls it. */
    private List<String> security(Operation operation) {
        List<SecurityRequirement> own = operation.getSecurity();
        return orEmpty(own == null ? api.getSecurity() : own).stream()
                .filter(way -> !way.isEmpty())
                .map(way -> way.keySet().stream().map(this::scheme).collect(Collectors.joining(" + ")))
                .toList();
    }

    private String scheme(String name) {
        SecurityScheme scheme =
                api.getComponents() == null || api.getComponents().getSecuritySchemes() == null
                        ? null
                        : api.getComponents().getSecuritySchemes().get(name);
        if (scheme == null || scheme.getType() == null) {
            return name;
        }
        return switch (scheme.getType()) {
            case APIKEY -> scheme.getIn() + " " + scheme.getName();
            case HTTP -> "http " + scheme.getScheme();
            default -> scheme.getType().toString();
        };
    }

    private void add(Fact.Kind kind, String owner, String name, List<String> details) {
        facts.add(new Fact(kind, owner, name, details));
    }

    static void addIf(@Nullable Boolean condition, String flag, List<String> details) {
        if (Boolean.TRUE.equals(condition)) {
            details.add(flag);
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
