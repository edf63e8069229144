package io.github.clearstreet.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The query of a request. A parameter that is unknown, occurs twice or has no value is refused: a filter that is
 * overlooked would widen what a call does.
 */
final class QueryParameters {
    private final SortedMap<String, String> values = new TreeMap<>();

    QueryParameters(SandboxRequest request, Set<String> known) {
        request.query().ifPresent(query -> {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (!known.contains(name)) {
                    throw refused(name, "is not a parameter of this operation");
                }
                if (value.isEmpty()) {
                    throw refused(name, "has no value");
                }
                if (values.put(name, value) != null) {
                    throw refused(name, "occurs twice; a list is one parameter, its values separated by commas");
                }
            }
        });
    }

    Set<String> names() {
        return values.keySet();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** One of these words, as it is. */
    Optional<String> word(String name, Set<String> words) {
        return text(name).map(word -> known(name, word, words));
    }

    /** The values of a list; none if the parameter is absent. */
    List<String> list(String name) {
        List<String> list =
                Arrays.asList(text(name).map(value -> value.split(",", -1)).orElse(new String[0]));
        if (list.contains("")) {
            throw refused(name, "has an empty value");
        }
        return list;
    }

    List<String> words(String name, Set<String> words) {
        return list(name).stream().map(word -> known(name, word, words)).toList();
    }

    List<String> uuids(String name) {
        return list(name).stream().map(text -> uuid(name, text)).toList();
    }

    Optional<Integer> positive(String name, int most) {
        return text(name).map(text -> {
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
                throw refused(name, "must be a whole number from 1 to " + most);
            }
            return Integer.valueOf(text);
        });
    }

    Optional<Instant> time(String name) {
        return text(name)
                .map(text ->
                        parsedTime(text).orElseThrow(() -> refused(name, "must be a time like 2025-10-03T14:01:15Z")));
    }

    static Optional<Instant> parsedTime(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Identifies the address and the values of all parameters but these. */
    String fingerprint(String path, Set<String> without) {
        SortedMap<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeAll(without);
        return UUID.nameUUIDFromBytes((path + Json.write(rest)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String known(String name, String word, Set<String> words) {
        if (!words.contains(word)) {
            throw refused(name, "must be one of " + String.join(", ", words));
        }
        return word;
    }

    private static String uuid(String name, String text) {
        if (!text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw refused(name, "must be a list of UUIDs");
        }
        return text;
    }

    /** The server has refused bad percent signs already. */
    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static ApiErrorException refused(String name, String why) {
        return new ApiErrorException(400, "The query parameter " + name + " " + why + ".");
    }
}
