package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.SandboxInstrument;
import java.util.Arrays;

/** What a script trades in. */
enum Instrument {
    GOOG("GOOG"),
    MSFT("MSFT"),
    GOOG_CALL("GOOG  260116C00200000");

    private final String symbol;

    Instrument(String symbol) {
        this.symbol = symbol;
    }

    static Instrument of(String symbol) {
        return Arrays.stream(values())
                .filter(any -> any.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    String symbol() {
        return symbol;
    }

    SandboxInstrument instrument() {
        return this == GOOG_CALL
                ? SandboxInstrument.option(symbol, SandboxInstrument.stock(GOOG.symbol))
                : SandboxInstrument.stock(symbol);
    }
}
