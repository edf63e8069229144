package io.github.clearstreet.runtime.request;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The common part of the generated query classes: a generated one only says which parameters there are. Immutable. To Feign
 * it is the map of the encoded parameters, so that no reflection is needed to read it.
 */
public abstract class OperationQuery extends AbstractMap<String, Object> {
    private final QueryParameters parameters;

    /** Takes the parameters of one request. */
    protected OperationQuery(QueryParameters parameters) {
        this.parameters = parameters;
    }

    /** Returns the encoded parameters that are sent. */
    @Override
    public final Set<Map.Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(parameters.toMap()).entrySet();
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
