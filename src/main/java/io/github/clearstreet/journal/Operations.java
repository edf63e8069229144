package io.github.clearstreet.journal;

import java.util.Locale;

/** What operations may do to an account, by their names in the API. */
final class Operations {
    private Operations() {}

    static boolean closes(String operation) {
        return plain(operation).startsWith("closeposition");
    }

    /** A cancel that is carried out late trades nothing. What is not known may trade. */
    static boolean mayTrade(String operation) {
        return !plain(operation).startsWith("cancel");
    }

    /** However it is spelled: {@code close_positions} and {@code closePositions} close alike. */
    private static String plain(String operation) {
        return operation.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
