package io.github.clearstreet.specification;

import java.util.ArrayList;
import java.util.List;

/** A document says what cannot be carried into Java. The message is one line: where, what it is, what to do. */
public final class SpecificationException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient List<SpecificationException> all;

    /**
     * @param place where in the document, for example {@code #/components/schemas/Order/properties/legs}
     * @param problem what stands there
     * @param advice what to do about it
     */
    public SpecificationException(String place, String problem, String advice) {
        super(oneLine(place + ": " + problem + ". " + advice));
        all = List.of();
    }

    /** One of several; its message is that of the first. */
    SpecificationException(List<SpecificationException> all) {
        super(all.get(0).getMessage());
        this.all = List.copyOf(all);
    }

    /** Returns the messages, or the first ten of them and how many more there are. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        all.stream().limit(SHOWN).forEach(each -> lines.add(each.getMessage()));
        if (all.size() > SHOWN) {
            lines.add("and " + (all.size() - SHOWN) + " more.");
        }
        return lines;
    }

    /** Returns whether the document may be used all the same, mended. */
    boolean isMendable() {
        return !all.isEmpty();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
