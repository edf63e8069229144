package io.github.clearstreet.specification;

/** A document says what cannot be carried into Java. The message is one line: where, what it is, what to do. */
public final class SpecificationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param place where in the document, for example {@code #/components/schemas/Order/properties/legs}
     * @param problem what stands there
     * @param advice what to do about it
     */
    public SpecificationException(String place, String problem, String advice) {
        super(oneLine(place + ": " + problem + ". " + advice));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
