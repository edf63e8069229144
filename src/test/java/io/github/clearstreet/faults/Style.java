package io.github.clearstreet.faults;

/** How the caller calls. */
enum Style {
    BLOCKING,
    ASYNC
}
