package io.github.clearstreet.cli;

/** Numbers of things in words. */
final class Plurals {
    private Plurals() {}

    static String of(long count, String thing) {
        return (count == 0 ? "no" : count) + " " + thing + (count == 1 ? "" : "s");
    }
}
