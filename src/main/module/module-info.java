import org.jspecify.annotations.NullMarked;

/**
 * Closes the positions of a Clear Street account: sent at most once, and you always know the outcome. Start at {@link
 * io.github.clearstreet.ClearStreet}; what is not exported may change at any time.
 */
@NullMarked
module io.github.clearstreet.client {
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    // Whoever calls the generated interfaces by a Feign.Builder of their own sees Feign's types.
    requires transitive feign.core;
    requires java.net.http;
    // Only for a journal in a database.
    requires static java.sql;
    // Annotations are looked at by compilers and not at run time.
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.github.clearstreet;
    exports io.github.clearstreet.api;
    exports io.github.clearstreet.closeout;
    exports io.github.clearstreet.journal;
    exports io.github.clearstreet.json;
    exports io.github.clearstreet.model;
    exports io.github.clearstreet.runtime.json;
    exports io.github.clearstreet.runtime.request;
}
