package io.github.clearstreet.faults;

/** Which arrivals a fault strikes. */
enum Reach {
    ALWAYS,
    /** A client that sends again would get a good answer, and nobody would notice. */
    FIRST_ONLY
}
