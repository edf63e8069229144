package io.github.clearstreet;

/** Throws whenever it is told something. */
final class BrokenListener implements CallListener {
    @Override
    public void onStart(Start start) {
        throw new IllegalStateException("start");
    }

    @Override
    public void onEnd(End end) {
        throw new IllegalStateException("end");
    }
}
