package io.github.clearstreet;

import java.util.Locale;

/** An operation in the API's own words. Only a {@link Read} can be tried again, and the transport sends it as a GET only. */
sealed interface Operation {
    /** Changes nothing, so that it may be repeated. */
    enum Read implements Operation {
        GET_POSITIONS,
        GET_ORDERS,
        GET_ORDER_BY_ID,
        GET_EXECUTIONS
    }

    /** Changes the account, and is sent at most once. */
    enum Write implements Operation {
        CLOSE_POSITIONS("Nothing was closed."),
        CLOSE_POSITION("Nothing was closed."),
        CANCEL_OPEN_ORDER("Nothing was cancelled."),
        CANCEL_ALL_OPEN_ORDERS("Nothing was cancelled."),
        SUBMIT_ORDERS("Nothing was submitted.");

        private final String whenRefused;

        Write(String whenRefused) {
            this.whenRefused = whenRefused;
        }

        /** What a refusal means, as a sentence. */
        String whenRefused() {
            return whenRefused;
        }
    }

    /** The constant of the enum. */
    String name();

    /** For example {@code close_positions}. */
    default String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
