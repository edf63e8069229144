package io.github.clearstreet.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A path with parameters in braces. A parameter stands for exactly one segment, neither empty nor made of dots. */
final class PathTemplate {
    private static final Set<String> NO_VALUES = Set.of("", ".", "..");

    private final String[] segments;

    PathTemplate(String template) {
        this.segments = split(template);
    }

    /** The parameters, not decoded, if this is the template of the path. */
    Optional<Map<String, String>> match(String path) {
        String[] actual = split(path);
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

    private static String[] split(String path) {
        return path.split("/", -1);
    }
}
