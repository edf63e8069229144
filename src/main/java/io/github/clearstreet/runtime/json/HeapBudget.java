package io.github.clearstreet.runtime.json;

/**
 * How much memory the values of one document may take: four times its size, or {@link #FREE} if that is more. A document of
 * two-character values would else take hundreds of times its size. Figures are those of a 64-bit JVM with compressed
 * references, rounded up; values that are shared cost nothing. Not thread-safe.
 */
final class HeapBudget {
    static final int OBJECT = 24;
    static final int REFERENCE = 6;
    static final int NUMBER = 40;
    static final int TEXT = 48;
    static final int LIST = 40;
    static final int MAP = 80;
    static final int ENTRY = 96;
    /** A violation with its place, its reason and its text. */
    static final int VIOLATION = 256;

    static final int FREE = 4 << 20;
    static final int TIMES = 4;

    private long left;

    HeapBudget(int documentLength) {
        this.left = Math.max(FREE, (long) TIMES * documentLength);
    }

    void charge(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new MalformedJsonException("The values of the document would take more than " + TIMES
                    + " times its size in memory. Ask for smaller pages.");
        }
    }
}
