package io.github.clearstreet.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations that the sandbox answers, by the API's names, and where they are. */
enum Endpoint {
    GET_POSITIONS("GET", "/v1/accounts/{account_id}/positions"),
    CLOSE_POSITIONS("DELETE", "/v1/accounts/{account_id}/positions"),
    CLOSE_POSITION("DELETE", "/v1/accounts/{account_id}/positions/{instrument_id}"),
    GET_ORDERS("GET", "/v1/accounts/{account_id}/orders"),
    SUBMIT_ORDERS("POST", "/v1/accounts/{account_id}/orders"),
    CANCEL_ALL_OPEN_ORDERS("DELETE", "/v1/accounts/{account_id}/orders"),
    GET_ORDER_BY_ID("GET", "/v1/accounts/{account_id}/orders/{order_id}"),
    CANCEL_OPEN_ORDER("DELETE", "/v1/accounts/{account_id}/orders/{order_id}"),
    GET_EXECUTIONS("GET", "/v1/accounts/{account_id}/executions");

    /** An address of the API that the sandbox does not have, and that must not be taken for an instrument's. */
    private static final String INSTRUCTIONS = "/v1/accounts/{account_id}/positions/instructions";

    private static final Set<String> NO_VALUES = Set.of("", ".", "..");

    private final String method;
    private final String path;

    Endpoint(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** All operations at this address, whatever the method. */
    static List<Endpoint> at(String path) {
        if (match(INSTRUCTIONS, path).isPresent()) {
            return List.of();
        }
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.match(path).isPresent())
                .toList();
    }

    static Optional<Endpoint> of(String method, String path) {
        return at(path).stream()
                .filter(endpoint -> endpoint.method.equals(method))
                .findFirst();
    }

    static Endpoint named(String operationId) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.operationId().equals(operationId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has no operation " + operationId
                        + ". Use one of "
                        + Arrays.stream(values()).map(Endpoint::operationId).collect(Collectors.joining(", "))));
    }

    String operationId() {
        return name().toLowerCase(Locale.ROOT);
    }

    String method() {
        return method;
    }

    /** The path's parameters, not decoded. */
    Map<String, String> parameters(String actualPath) {
        return match(actualPath).orElseThrow();
    }

    private Optional<Map<String, String>> match(String actualPath) {
        return match(path, actualPath);
    }

    /** A parameter stands for exactly one segment, neither empty nor made of dots. */
    private static Optional<Map<String, String>> match(String template, String path) {
        String[] segments = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (actual.length != segments.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            if (segment.startsWith("{") && !NO_VALUES.contains(decode(actual[i]))) {
                parameters.put(segment.substring(1, segment.length() - 1), actual[i]);
            } else if (!segment.equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(parameters));
    }

    /** What a segment says. The server has refused bad percent signs already. */
    static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
