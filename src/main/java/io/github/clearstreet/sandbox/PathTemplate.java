package io.github.clearstreet.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A path with parameters in braces. A parameter stands for exactly one segment that is not empty. */
final class PathTemplate {
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
            if (segment.startsWith("{") && !actual[i].isEmpty()) {
                parameters.put(segment.substring(1, segment.length() - 1), actual[i]);
            } else if (!segment.equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(parameters));
    }

    private static String[] split(String path) {
        return path.split("/", -1);
    }
}
