package io.github.clearstreet.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One JSON object on one line. Its members are in the order in which they were put in; empty ones are left out. */
final class JsonObject {
    private final Map<String, String> members = new LinkedHashMap<>();

    JsonObject text(String name, String value) {
        return raw(name, quoted(value));
    }

    JsonObject text(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
        return this;
    }

    JsonObject number(String name, long value) {
        return raw(name, Long.toString(value));
    }

    JsonObject texts(String name, List<String> values) {
        return raws(name, values.stream().map(JsonObject::quoted).toList());
    }

    /** A value that is JSON already. */
    JsonObject raw(String name, String json) {
        members.put(name, json);
        return this;
    }

    JsonObject raw(String name, Optional<String> json) {
        json.ifPresent(value -> raw(name, value));
        return this;
    }

    /** A list of values that are JSON already. */
    JsonObject raws(String name, List<String> json) {
        return raw(name, "[" + String.join(",", json) + "]");
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
