package io.github.clearstreet.bench.limit;

import java.util.List;

/** An answer with its orders. */
public record LimitAnswer(List<LimitOrder> data, String requestId) {}
