package io.github.clearstreet.runtime.request;

import feign.Param;

/**
 * Writes a path parameter so that it stays within its segment. With an empty identifier, {@code DELETE …/positions/{id}}
 * would become {@code DELETE …/positions} and close everything; a slash or {@code ..} would lead elsewhere, too.
 *
 * <p>Works together with {@code @RequestLine(decodeSlash = false)}, because Feign turns {@code %2F} back otherwise, and with
 * {@link CompletePath}, because Feign does not ask it about null.
 */
public final class PathSegment implements Param.Expander {
    /**
     * Takes a value as it is: it is an identifier, never a piece of an address, so a percent sign is encoded, too.
     *
     * @throws IllegalArgumentException if the text of the value is empty, {@code .} or {@code ..}
     */
    @Override
    public String expand(Object value) {
        String text = ParameterText.of(value);
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException("A part of the path must not be empty, \".\" or \"..\", but is \"" + text
                    + "\". Pass the identifier that the API gave.");
        }
        return PercentEncoding.encode(text);
    }
}
