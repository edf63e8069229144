package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;

/**
 * How a key travels: a security scheme of the specification. Never holds a key. Immutable.
 *
 * @param id the name of the scheme in the specification, by which a client can have a key of its own for it
 * @param in the part of the request that carries the key
 * @param name the name of the header, the query parameter or the cookie
 * @param word what stands before the key, for example {@code Bearer}; empty for the key alone
 */
public record SecurityScheme(String id, In in, String name, String word) {
    private static final String AUTHORIZATION = "Authorization";
    private static final String BASIC = "Basic";

    /** The parts of a request that can carry a key. */
    public enum In {
        /** A header. */
        HEADER,
        /** A parameter of the query, which servers and proxies write into their logs. */
        QUERY,
        /** A cookie. */
        COOKIE
    }

    /** The key as it is in a header. */
    public static SecurityScheme header(String id, String name) {
        return new SecurityScheme(id, In.HEADER, name, "");
    }

    /** The key in a parameter of the query, encoded. */
    public static SecurityScheme query(String id, String name) {
        return new SecurityScheme(id, In.QUERY, name, "");
    }

    /** The key in a cookie. */
    public static SecurityScheme cookie(String id, String name) {
        return new SecurityScheme(id, In.COOKIE, name, "");
    }

    /** The key in the header {@code Authorization}, behind a word of HTTP: {@code Bearer}, or the API's own. */
    public static SecurityScheme http(String id, String word) {
        return new SecurityScheme(id, In.HEADER, AUTHORIZATION, word);
    }

    /** The key, {@code user:password}, in Base64 in the header {@code Authorization}. */
    public static SecurityScheme basic(String id) {
        return http(id, BASIC);
    }

    /** True if the key is {@code user:password} and is sent in Base64. */
    public boolean isBasic() {
        return word.equals(BASIC);
    }

    /** The scheme's id, and where the key goes. */
    @Override
    public String toString() {
        return Printable.text(id + " in " + in + " " + name + (word.isEmpty() ? "" : " behind " + word));
    }
}
