package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which of several media types is used: JSON before a form, a form before text, text before bytes; of two of a kind the one
 * that is called simply {@code application/json}, else the first.
 */
public final class MediaTypes {
    private static final Set<String> TEXTS = Set.of(
            "application/xml",
            "application/csv",
            "application/x-ndjson",
            "application/jsonl",
            "application/json-seq",
            "application/yaml",
            "application/x-yaml",
            "application/javascript",
            "application/x-csv",
            "application/fix",
            "application/graphql",
            "application/sql");

    private MediaTypes() {}

    /** Returns the media type that is used; empty if there is none. */
    static Optional<String> chosen(JsonNode content) {
        List<String> all = new ArrayList<>();
        content.fieldNames().forEachRemaining(all::add);
        return chosen(all);
    }

    /** Returns the media type that is used of several; empty if there is none. */
    public static Optional<String> chosen(Collection<String> all) {
        return all.stream().min(Comparator.comparingInt(MediaTypes::rank));
    }

    private static int rank(String mediaType) {
        String plain = plain(mediaType);
        if (plain.equals("application/json")) {
            return 0;
        }
        return isJson(mediaType) ? 1 : isForm(mediaType) ? 2 : isText(mediaType) ? 3 : plain.contains("*") ? 4 : 5;
    }

    static boolean isJson(String mediaType) {
        String plain = plain(mediaType);
        return plain.matches("[^/]+/(.*\\+)?json") || plain.equals("*/*") || plain.equals("application/*");
    }

    static boolean isForm(String mediaType) {
        return isUrlEncoded(mediaType) || plain(mediaType).startsWith("multipart/");
    }

    static boolean isUrlEncoded(String mediaType) {
        return plain(mediaType).equals("application/x-www-form-urlencoded");
    }

    static boolean isText(String mediaType) {
        String plain = plain(mediaType);
        return plain.startsWith("text/") || plain.endsWith("+xml") || plain.endsWith("+yaml") || TEXTS.contains(plain);
    }

    private static String plain(String mediaType) {
        return mediaType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the name to send: a wildcard is none. */
    static String sent(String mediaType) {
        return plain(mediaType).contains("*") ? "application/json" : mediaType.strip();
    }
}
