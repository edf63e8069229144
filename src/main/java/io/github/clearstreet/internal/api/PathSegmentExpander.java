package io.github.clearstreet.internal.api;

import feign.Param;

/**
 * Refuses path parameters that would turn a request into another one: with an empty identifier,
 * {@code DELETE …/positions/{id}} would become {@code DELETE …/positions} and close everything.
 */
public final class PathSegmentExpander implements Param.Expander {
    @Override
    public String expand(Object value) {
        String segment = value.toString();
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("A path parameter must not be empty, \".\" or \"..\", but was \""
                    + segment + "\". Pass the identifier that the API gave.");
        }
        return segment;
    }
}
