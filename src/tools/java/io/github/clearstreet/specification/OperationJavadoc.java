package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The comment of the method of one operation. */
final class OperationJavadoc {
    private OperationJavadoc() {}

    static String comment(ObjectNode operation, String method, String path, List<String> tags) {
        List<String> paragraphs =
                new ArrayList<>(Javadoc.paragraphs(operation.path("summary").asText("")));
        if (paragraphs.isEmpty()) {
            paragraphs.add("<code>" + method.toUpperCase(Locale.ROOT) + " " + Javadoc.escape(path) + "</code>.");
        }
        paragraphs.addAll(Javadoc.paragraphs(operation.path("description").asText("")));
        String server = operation.path(OperationCompiler.SERVER).asText("");
        if (!server.isEmpty()) {
            paragraphs.add(
                    "Not at the server of the other operations: call it through a client whose base URL is <code>"
                            + Javadoc.escape(server) + "</code>.");
        }
        String comment = Javadoc.comment("    ", paragraphs);
        if (tags.isEmpty()) {
            return comment;
        }
        String open = comment.startsWith("    /** ")
                ? "    /**\n     * " + comment.substring(8, comment.length() - 3)
                : comment.substring(0, comment.length() - 8).stripTrailing();
        StringBuilder text = new StringBuilder(open).append("\n     *");
        tags.forEach(tag -> text.append("\n     * ").append(Javadoc.wrapped("     ", tag)));
        return text.append("\n     */").toString();
    }
}
