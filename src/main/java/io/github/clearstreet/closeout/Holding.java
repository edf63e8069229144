package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One position through a run: what it was, what it is, and what was done about it. Not thread-safe. */
final class Holding {
    private final HeldPosition before;
    private HeldPosition now;
    private boolean unknown;
    private int closes;
    private BigDecimal quantityAtClose;
    private Instant heldUntil = Instant.MIN;
    private @Nullable Instant ordersDoneAt;
    private @Nullable Standing givenUp;
    private final Set<String> orders = new LinkedHashSet<>();
    private final Set<String> ordersOfRound = new LinkedHashSet<>();

    Holding(HeldPosition before) {
        this.before = before;
        this.now = before;
        this.quantityAtClose = before.quantity();
    }

    HeldPosition before() {
        return before;
    }

    HeldPosition now() {
        return now;
    }

    void read(HeldPosition position) {
        now = position;
        unknown = false;
    }

    /** It is not in the list, but something in the list could not be read. */
    void readAsUnknown() {
        unknown = true;
    }

    boolean isUnknown() {
        return unknown;
    }

    void readAsClosed() {
        unknown = false;
        now = HeldPosition.of(before.instrumentId(), before.symbol(), BigDecimal.ZERO);
    }

    boolean isHeld() {
        return unknown || now.quantity().signum() != 0;
    }

    /** True if the order certainly takes the position further away from zero, so that closing it stays safe. */
    boolean isOnlyIncreasedBy(OrderState order) {
        boolean sameInstrument =
                order.instrumentId().isPresent() || order.symbol().isPresent();
        boolean sameSide = now.quantity().signum() > 0 ? order.isBuy() : order.isSell();
        return sameInstrument && sameSide && !order.isUnreadable();
    }

    // ---- What was done

    void closing() {
        closes++;
        quantityAtClose = now.quantity();
        ordersOfRound.clear();
        ordersDoneAt = null;
    }

    /** The request that counted did not reach the server, or was told to come again later. */
    void notClosed() {
        closes--;
    }

    int closes() {
        return closes;
    }

    void addOrder(String id) {
        if (orders.add(id)) {
            ordersOfRound.add(id);
            ordersDoneAt = null;
        }
    }

    Set<String> orders() {
        return orders;
    }

    // ---- When it may be closed again

    void holdUntil(Instant time) {
        heldUntil = heldUntil.isAfter(time) ? heldUntil : time;
    }

    Instant heldUntil() {
        return heldUntil;
    }

    /**
     * Notes that no order can fill any more. If the position is not what the fills make of it, then somebody else traded,
     * or the positions are behind the orders: then it is held back for a while.
     */
    void ordersAreDone(OrderBook book, Instant time, Duration settleTime) {
        if (closes == 0 || ordersDoneAt != null) {
            return;
        }
        ordersDoneAt = time;
        BigDecimal expected = quantityAtClose;
        for (String id : ordersOfRound) {
            expected = expected.add(book.order(id).map(OrderState::signedFills).orElse(BigDecimal.ZERO));
        }
        if (expected.compareTo(now.quantity()) != 0) {
            holdUntil(time.plus(settleTime));
        }
    }

    // ---- When it may not be closed at all

    void giveUp(StopReason reason, String text) {
        if (givenUp == null) {
            givenUp = Standing.stuck(reason, text);
        }
    }

    @Nullable
    Standing givenUp() {
        return givenUp;
    }
}
