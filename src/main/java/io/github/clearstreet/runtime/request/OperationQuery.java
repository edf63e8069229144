package io.github.clearstreet.runtime.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The common part of the generated query classes: a generated one only says which parameters there are. Immutable. */
public abstract class OperationQuery {
    private final QueryParameters parameters;

    /** Takes the parameters of one request. */
    protected OperationQuery(QueryParameters parameters) {
        this.parameters = parameters;
    }

    /** For Feign: returns the encoded parameters. */
    public static Map<String, Object> encoded(OperationQuery query) {
        return query.parameters.toMap();
    }

    /** For builders: returns the parameters. */
    protected final QueryParameters parameters() {
        return parameters;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OperationQuery that
                && getClass() == that.getClass()
                && parameters.equals(that.parameters);
    }

    @Override
    public final int hashCode() {
        return parameters.hashCode();
    }

    /** Returns the names and values that are sent. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + parameters;
    }
}
