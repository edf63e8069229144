package io.github.clearstreet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands on an endless terminal after this was written to it. Knows the few escapes that the command line uses. */
final class Screen {
    private static final Pattern PART =
            Pattern.compile("\u001b\\[(?<up>\\d+)A|\u001b\\[J|\u001b\\[\\d*m|\r|(?<end>\n)|(?<text>[^\u001b\r\n]+)");

    private Screen() {}

    static List<String> of(String written) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        int row = 0;
        Matcher part = PART.matcher(written);
        while (part.find()) {
            if (part.group("up") != null) {
                row -= Integer.parseInt(part.group("up"));
            } else if (part.group("end") != null) {
                row++;
                if (row == lines.size()) {
                    lines.add("");
                }
            } else if (part.group("text") != null) {
                lines.set(row, lines.get(row) + part.group("text"));
            } else if (part.group().endsWith("J")) {
                lines.subList(row + 1, lines.size()).clear();
                lines.set(row, "");
            }
        }
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }
}
