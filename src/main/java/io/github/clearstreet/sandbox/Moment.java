package io.github.clearstreet.sandbox;

import java.time.Instant;

/** A point in the sandbox's life, by the clock and by the number of requests that had arrived. */
record Moment(Instant time, long arrivals) {}
