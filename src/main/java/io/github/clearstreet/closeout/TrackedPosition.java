package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One instrument through a run: what was held, what is, and what was done about it. Not thread-safe. */
final class TrackedPosition {
    private static final Duration HALT_PAUSE = Duration.ofSeconds(15);

    private final HeldPosition before;
    private final List<HeldPosition> rowsBefore;
    private final ExpectedQuantity expected;
    private List<HeldPosition> rows;
    private boolean unknown;
    private @Nullable Instant readAt;
    private int closes;
    private Instant heldUntil = Instant.MIN;
    private String heldBecause = "";
    private @Nullable PositionState givenUp;
    private @Nullable String serverWords;
    private boolean crossedZero;
    private int ownTries;
    private boolean ownOrderRefused;
    private final Set<String> orders = new LinkedHashSet<>();
    private final Set<String> judged = new LinkedHashSet<>();
    private final List<Close> ordersOfCloses = new ArrayList<>();

    /**
     * One close.
     *
     * @param quantity how much was held
     * @param before the orders that were known right before it, and so are not its own
     * @param orders the orders that it made, or may have made
     * @param isOfThisRun false if another run sent it, perhaps before the positions were read first
     */
    record Close(BigDecimal quantity, Set<String> before, Set<String> orders, boolean isOfThisRun) {}

    TrackedPosition(HeldPosition before, List<HeldPosition> rowsBefore, ExpectedQuantity expected) {
        this.before = before;
        this.rowsBefore = List.copyOf(rowsBefore);
        this.rows = List.copyOf(rowsBefore);
        this.expected = expected;
    }

    /** The whole of it when the run first saw it; with a quantity of zero if it was only traded then. */
    HeldPosition before() {
        return before;
    }

    List<HeldPosition> rowsBefore() {
        return rowsBefore;
    }

    /** Long and short together. */
    HeldPosition now() {
        return rows.size() == 1
                ? rows.get(0)
                : HeldPosition.of(before.instrumentId(), before.symbol(), HeldPosition.net(rows));
    }

    List<HeldPosition> rows() {
        return rows;
    }

    ExpectedQuantity expected() {
        return expected;
    }

    void read(List<HeldPosition> read, Fills witness, Instant now) {
        BigDecimal quantity = HeldPosition.net(read);
        crossedZero |= before.quantity().signum() * quantity.signum() < 0;
        rows = List.copyOf(read);
        unknown = false;
        readAt = now;
        expected.positionRead(quantity, filled(witness), now);
    }

    FilledTotal filled(Fills witness) {
        return witness.total(before, ordersOfCloses);
    }

    /** It is not in the list, but something in the list could not be read. */
    void readAsUnknown() {
        unknown = true;
    }

    boolean isUnknown() {
        return unknown;
    }

    /** When the positions were last read with this one in them, or certainly without it. */
    @Nullable
    Instant readAt() {
        return readAt;
    }

    boolean isHeld() {
        return unknown || !rows.isEmpty();
    }

    /** True if it was on the other side of zero during the run. */
    boolean wentThroughZero() {
        return crossedZero || expected.crossedZeroFrom(before.quantity());
    }

    /** True if the order certainly takes the position further away from zero, so that closing it stays safe. */
    boolean isOnlyIncreasedBy(OrderState order) {
        return rows.size() == 1
                && !order.namesNoInstrument()
                && !order.isUnreadable()
                && order.effect().certainlyIncreases(rows.get(0));
    }

    // ---- What was done

    void closing(Set<String> before) {
        closes++;
        ordersOfCloses.add(new Close(now().quantity().abs(), before, new LinkedHashSet<>(), true));
    }

    /** The request that counted did not reach the server, or was told to come again later. */
    void notClosed() {
        closes--;
    }

    /** The order was rejected: its close does not count, if it is one that this run has sent. */
    void notClosedBy(String orderId) {
        if (ordersOfCloses.stream()
                .anyMatch(close -> close.isOfThisRun() && close.orders().contains(orderId))) {
            closes--;
        }
    }

    int closes() {
        return closes;
    }

    /** Counts a request with an order of one's own of which it is not known what it did. */
    int countOwnTry() {
        return ++ownTries;
    }

    int ownTries() {
        return ownTries;
    }

    /** From now on the broker is asked to close it. */
    void refuseOwnOrder() {
        ownOrderRefused = true;
    }

    boolean isOwnOrderRefused() {
        return ownOrderRefused;
    }

    void addOrder(String id) {
        if (orders.add(id)) {
            if (ordersOfCloses.isEmpty()) {
                ordersOfCloses.add(new Close(now().quantity().abs(), Set.of(), new LinkedHashSet<>(), false));
            }
            ordersOfCloses.get(ordersOfCloses.size() - 1).orders().add(id);
        }
    }

    Set<String> orders() {
        return orders;
    }

    /** True the first time that it is asked about this order. */
    boolean isNews(String id) {
        return judged.add(id);
    }

    List<Close> ordersOfCloses() {
        return ordersOfCloses;
    }

    /** What the server said when it took a close with an error beside it, or refused one. */
    void serverSaid(String words) {
        serverWords = words;
    }

    @Nullable
    String serverWords() {
        return serverWords;
    }

    // ---- When it may be closed again

    void holdUntil(Instant time, String why) {
        if (time.isAfter(heldUntil)) {
            heldUntil = time;
            heldBecause = why;
        }
    }

    /** A halt ends by itself, so a close that was refused for one is tried again, after a while. */
    void haltedUntil(Instant now, String words) {
        serverSaid(words);
        holdUntil(now.plus(HALT_PAUSE), "the close was refused for a halt, and is tried again: " + words);
    }

    Instant heldUntil() {
        return heldUntil;
    }

    String heldBecause() {
        return heldBecause;
    }

    // ---- When it may not be closed at all

    void giveUp(StopReason reason, String text) {
        if (givenUp == null) {
            givenUp = PositionState.blocked(reason, text);
        }
    }

    @Nullable
    PositionState givenUp() {
        return givenUp;
    }
}
