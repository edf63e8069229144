package io.github.clearstreet.internal.failure;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a call that failed. Only serializable values, so that the exceptions are too. */
public record CallDetails(
        String operation,
        @Nullable Long accountId,
        @Nullable Integer status,
        @Nullable String errorJson,
        @Nullable String requestId,
        @Nullable Duration retryAfter,
        @Nullable Instant sentAt,
        @Nullable Instant serverTime,
        Duration elapsed,
        @Nullable String rawBody)
        implements Serializable {}
