import org.jspecify.annotations.NullMarked;

/** A stateful stand-in for the API, on loopback and on a free port. Start at {@link io.github.clearstreet.sandbox.Sandbox}. */
@NullMarked
module io.github.clearstreet.sandbox {
    requires java.logging;
    requires com.fasterxml.jackson.core;
    // Annotations are looked at by compilers and not at run time.
    requires static transitive org.jspecify;

    exports io.github.clearstreet.sandbox;
}
