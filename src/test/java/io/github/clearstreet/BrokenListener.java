package io.github.clearstreet;

import java.util.function.Supplier;

/** Throws whenever it is told something. */
final class BrokenListener implements CallListener {
    private final Supplier<? extends Throwable> failure;

    BrokenListener(Supplier<? extends Throwable> failure) {
        this.failure = failure;
    }

    @Override
    public void onStart(Start start) {
        Sneaky.sneakyThrow(failure.get());
    }

    @Override
    public void onEnd(End end) {
        Sneaky.sneakyThrow(failure.get());
    }

    @Override
    public void onCallEnd(CallEnd end) {
        Sneaky.sneakyThrow(failure.get());
    }
}
