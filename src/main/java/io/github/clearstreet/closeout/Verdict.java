package io.github.clearstreet.closeout;

/** What is now known of a request whose outcome was unknown. */
public enum Verdict {
    /** It was carried out: every position in question has its closing order. */
    HAPPENED,
    /**
     * It was not carried out, and the time in which it could be carried out late is over. This is a judgement and not a
     * proof: no response of the API can rule out that a request is still on its way.
     */
    DID_NOT_HAPPEN,
    /** It cannot be said yet. Send nothing, and look again. */
    STILL_UNKNOWN
}
