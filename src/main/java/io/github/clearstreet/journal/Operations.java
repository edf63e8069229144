package io.github.clearstreet.journal;

/** What operations may do to an account, by their names in the API. */
final class Operations {
    private Operations() {}

    static boolean closes(String operation) {
        return operation.startsWith("close_position");
    }

    /** A cancel that is carried out late trades nothing. What is not known may trade. */
    static boolean mayTrade(String operation) {
        return !operation.startsWith("cancel_");
    }
}
