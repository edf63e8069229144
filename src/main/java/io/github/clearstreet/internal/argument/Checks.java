package io.github.clearstreet.internal.argument;

import java.time.Duration;

/** Checks at the door that more than one package has. */
public final class Checks {
    private Checks() {}

    /**
     * Returns the id of an account.
     *
     * @throws IllegalArgumentException if it is zero or less
     */
    public static long accountId(long accountId) {
        if (accountId <= 0) {
            throw new IllegalArgumentException(
                    "accountId must be a positive number, but is " + accountId + ": pass the id of your account");
        }
        return accountId;
    }

    /**
     * Returns the value.
     *
     * @param name what the caller calls the value, for the message
     * @throws IllegalArgumentException if it is zero or less
     */
    public static Duration positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero, but is " + value);
        }
        return value;
    }

    /**
     * Returns the value.
     *
     * @param name what the caller calls the value, for the message
     * @throws IllegalArgumentException if it is less than zero
     */
    public static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must be zero or more, but is " + value);
        }
        return value;
    }

    /**
     * Returns the value.
     *
     * @param name what the caller calls the value, for the message
     * @throws IllegalArgumentException if it is less than one
     */
    public static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be one or more, but is " + value);
        }
        return value;
    }
}
