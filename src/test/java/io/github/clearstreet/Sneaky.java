package io.github.clearstreet;

/** Throws what the compiler would not let through, as listeners and logs written in other languages do. */
final class Sneaky {
    private Sneaky() {}

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The cast is the trick.
    static <E extends Throwable> void sneakyThrow(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
