package io.github.clearstreet.sandbox;

import java.util.List;

/**
 * A request together with what must not be shown to a test.
 *
 * @param authorization all values of the header, with the key
 */
record ReceivedCall(SandboxRequest request, List<String> authorization, BodyState bodyState) {
    /** Whether the body of the request is what was sent. */
    enum BodyState {
        COMPLETE,
        /** The request has the beginning only. */
        TOO_LARGE,
        /** The request has replacement characters. */
        NOT_UTF8
    }
}
