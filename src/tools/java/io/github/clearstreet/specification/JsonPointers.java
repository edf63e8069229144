package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** JSON Pointers as they stand in references: with the escapes of RFC 6901, and often of URLs as well. */
final class JsonPointers {
    private JsonPointers() {}

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String unescape(String part) {
        String text = part.contains("%") ? decoded(part) : part;
        return text.replace("~1", "/").replace("~0", "~");
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // a percent sign of its own
        }
    }

    /** Returns what the pointer leads to, or a missing node. */
    static JsonNode find(JsonNode root, String pointer) {
        JsonNode node = root;
        for (String part : pointer.substring(pointer.startsWith("/") ? 1 : 0).split("/", -1)) {
            String name = unescape(part);
            node = node.isArray() && name.matches("[0-9]{1,9}") ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node;
    }
}
