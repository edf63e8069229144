package io.github.clearstreet.runtime.request;

/** The common part of the generated forms: a generated one only says which fields there are. Immutable. */
public abstract class OperationForm {
    private final FormFields fields;

    /** Takes the fields of one request. */
    protected OperationForm(FormFields fields) {
        this.fields = fields;
    }

    /** For builders and writers: returns the fields. */
    protected final FormFields fields() {
        return fields;
    }

    /** Returns the names of the fields that are sent, never the values: a form may hold a password. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + fields;
    }
}
