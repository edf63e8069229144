package io.github.clearstreet.runtime.json;

/**
 * How much memory the values of one document may take: four times its size, or {@link #FREE} if that is more. Documents of
 * two-character values would else take hundreds of times their size; those that would are kept as JSON instead (see
 * {@link CompactList}). Figures are those of a 64-bit JVM with compressed references, rounded up; values that are shared cost
 * nothing. Not thread-safe.
 */
final class HeapBudget {
    static final int OBJECT = 24;
    static final int REFERENCE = 6;
    static final int NUMBER = 40;
    /** A number of more digits than a long has. */
    static final int LONG_NUMBER = 120;

    static final int TEXT = 48;
    static final int LIST = 48;
    static final int MAP = 160;
    static final int ENTRY = 96;
    /** What an object has beside readable known fields. */
    static final int LEFTOVERS = 200;
    /** A violation with its place and its reason. */
    static final int VIOLATION = 256;

    static final int FREE = 256 << 10;
    static final int TIMES = 4;

    private static final int DIGITS_OF_LONG = 18;

    /** How many values are read between two checkpoints; a power of two. */
    private static final int CHECKPOINT = 1 << 12;

    private final Runnable checkpoint;
    private long left;
    private int values;

    private HeapBudget(long left, Runnable checkpoint) {
        this.left = left;
        this.checkpoint = checkpoint;
    }

    /** @param checkpoint runs every few thousand values, and can end reading by throwing */
    static HeapBudget of(int size, Runnable checkpoint) {
        return new HeapBudget(Math.max(FREE, (long) TIMES * size), checkpoint);
    }

    static HeapBudget unlimited(Runnable checkpoint) {
        return new HeapBudget(Long.MAX_VALUE, checkpoint);
    }

    /** Notes that a value is read. */
    void count() {
        if ((++values & CHECKPOINT - 1) == 0) {
            checkpoint.run();
        }
    }

    /** Notes that a value is read, and takes so many bytes. */
    void charge(int bytes) throws ExceededException {
        count();
        left -= bytes;
        if (left < 0) {
            throw new ExceededException();
        }
    }

    static int ofNumber(int digits) {
        return digits <= DIGITS_OF_LONG ? NUMBER : LONG_NUMBER + digits;
    }

    /** The values would take too much: the document is read again, and kept as JSON. */
    static final class ExceededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ExceededException() {
            super(null, null, false, false);
        }
    }
}
