package io.github.clearstreet.specification;

import java.util.ArrayList;
import java.util.List;

/** Texts of a document as comments of Java: nothing in them is HTML, a tag or the end of the comment. */
final class Javadoc {
    private static final int WIDTH = 116;

    private Javadoc() {}

    /** Returns a comment, indented, without a line break at its end. */
    static String comment(String indent, List<String> paragraphs) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(wrap((lines.isEmpty() ? "" : "<p>") + paragraph, WIDTH - indent.length()));
        }
        if (lines.size() == 1 && lines.get(0).length() <= WIDTH - indent.length() - 4) {
            return indent + "/** " + lines.get(0) + " */";
        }
        StringBuilder comment = new StringBuilder(indent + "/**");
        lines.forEach(line -> comment.append("\n").append(indent).append(line.isEmpty() ? " *" : " * " + line));
        return comment.append("\n").append(indent).append(" */").toString();
    }

    /** Returns the paragraphs of a description. */
    static List<String> paragraphs(String description) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : description.strip().split("\\R\\s*\\R", -1)) {
            if (!paragraph.isBlank()) {
                paragraphs.add(escape(paragraph.strip().replaceAll("\\s+", " ")));
            }
        }
        return paragraphs;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Returns a text that goes on in lines of the same comment, whose stars have the indent. */
    static String wrapped(String indent, String text) {
        return String.join("\n" + indent + "* ", wrap(text, WIDTH - indent.length()));
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (line.length() > 0 && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > width) {
                lines.add(rest.substring(0, width));
                rest = rest.substring(width);
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Returns the text within a string of Java. */
    static String javaString(String text) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> java.append("\\\"");
                case '\\' -> java.append("\\\\");
                case '\n' -> java.append("\\n");
                case '\r' -> java.append("\\r");
                case '\t' -> java.append("\\t");
                default ->
                    java.append(
                            c < ' ' || c == 0x7f || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029
                                    ? String.format("\\u%04x", (int) c)
                                    : String.valueOf(c));
            }
        }
        return java.toString();
    }
}
