package io.github.clearstreet.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes in every field of every order. It proves that all contenders understood the same, and keeps a lazy one from
 * leaving work undone.
 */
public final class Checksum {
    private long sum;

    public Checksum text(String value) {
        return add(value.hashCode());
    }

    public Checksum text(Optional<String> value) {
        return add(value.isPresent() ? value.get().hashCode() : 0);
    }

    public Checksum number(long value) {
        return add(Long.hashCode(value));
    }

    public Checksum decimal(BigDecimal value) {
        return add(value.hashCode());
    }

    public Checksum decimal(Optional<BigDecimal> value) {
        return add(value.isPresent() ? value.get().hashCode() : 0);
    }

    public Checksum time(Instant value) {
        return add(value.hashCode());
    }

    public Checksum time(Optional<Instant> value) {
        return add(value.isPresent() ? value.get().hashCode() : 0);
    }

    public Checksum flag(Optional<Boolean> value) {
        return add(value.isPresent() ? value.get().hashCode() : 0);
    }

    public Checksum texts(Optional<List<String>> value) {
        return add(value.isPresent() ? value.get().hashCode() : 0);
    }

    private Checksum add(int hash) {
        sum = sum * 31 + hash;
        return this;
    }

    public long value() {
        return sum;
    }
}
