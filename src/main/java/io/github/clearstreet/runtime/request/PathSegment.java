package io.github.clearstreet.runtime.request;

import org.jspecify.annotations.Nullable;

/**
 * A path parameter that stays within its segment. With an empty identifier, {@code DELETE …/positions/{id}} would become
 * {@code DELETE …/positions} and close everything; a slash or {@code ..} would lead elsewhere, too.
 *
 * <p>Feign leaves a parameter that is null out of the path, whatever its annotations say. That is why the generated
 * interfaces hand segments to Feign, and make them in a method of their own. Works together with
 * {@code @RequestLine(decodeSlash = false)}, because Feign turns {@code %2F} back otherwise. Immutable.
 */
public final class PathSegment {
    private final String encoded;

    private PathSegment(String encoded) {
        this.encoded = encoded;
    }

    /**
     * Takes a value as it is: it is an identifier, never a piece of an address, so a percent sign is encoded, too.
     *
     * @param name what to call the parameter in a message
     * @throws IllegalArgumentException if the value is null, or if its text is empty, {@code .} or {@code ..}
     */
    public static PathSegment of(String name, @Nullable Object value) {
        String text = value == null ? "" : ParameterText.of(value);
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException(
                    name + " is a part of the path and must not be null, empty, \".\" or \"..\","
                            + " but is " + (value == null ? "null" : "\"" + text + "\"")
                            + ". Pass the identifier that the API gave.");
        }
        return new PathSegment(PercentEncoding.encode(text));
    }

    /** Returns the encoded text, for Feign. */
    @Override
    public String toString() {
        return encoded;
    }
}
