package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One account of the sandbox, for a test to set up, act on and look at. Comes from {@link Sandbox#account}.
 *
 * <p>It is a view of the live ledger. Thread-safe. Methods that take an order id throw an
 * {@link IllegalArgumentException} if the account has no such order, and an {@link IllegalStateException} if the order
 * is final.
 */
public final class SandboxAccount {
    private final Ledger ledger;
    private final long id;

    SandboxAccount(Ledger ledger, long id) {
        this.ledger = ledger;
        this.id = id;
    }

    /** Number of the account. */
    public long id() {
        return id;
    }

    // ---- Set up

    /**
     * Makes the account hold this much of a symbol, whatever it held before.
     *
     * @param quantity for example {@code "25"}; negative for a short position, zero for none
     * @throws IllegalArgumentException if the quantity is not a plain decimal number
     */
    public SandboxAccount position(String symbol, String quantity) {
        BigDecimal units = DecimalText.signed("A quantity", quantity);
        return change((book, now) -> book.setPosition(symbol, units, now.time()));
    }

    /** Describes the instrument to the whole sandbox, then does as {@link #position(String, String)}. */
    public SandboxAccount position(SandboxInstrument instrument, String quantity) {
        ledger.define(instrument);
        return position(instrument.symbol(), quantity);
    }

    /** Adds an order of status NEW that stays open until the test acts. Find its id in {@link #orders()}. */
    public SandboxAccount openOrder(OrderTicket ticket) {
        return openOrder(ticket, OrderBehaviour.rests());
    }

    /** Adds an order of status NEW that behaves like this. Find its id in {@link #orders()}. */
    public SandboxAccount openOrder(OrderTicket ticket, OrderBehaviour behaviour) {
        return change((book, now) -> {
            book.orders().accept(book.orders().place(ticket, behaviour, false, now), now.time());
            book.advance(now);
        });
    }

    /** Sets how orders in this symbol behave that the API creates from now on. */
    public SandboxAccount behaviour(String symbol, OrderBehaviour behaviour) {
        return change((book, now) -> book.rules().setBehaviour(symbol, behaviour));
    }

    /** Sets how all other orders behave that the API creates from now on. */
    public SandboxAccount behaviour(OrderBehaviour behaviour) {
        return change((book, now) -> book.rules().setUsualBehaviour(behaviour));
    }

    /** Sets how the server treats this account less kindly than a simple one would. */
    public SandboxAccount conditions(Conditions conditions) {
        return change((book, now) -> book.rules().setConditions(conditions));
    }

    /** Halts trading in this symbol: orders that the API creates from now on are rejected. Working ones stay as they are. */
    public SandboxAccount halt(String symbol) {
        return change((book, now) -> book.rules().setHalted(symbol, true));
    }

    /** Ends the halt. */
    public SandboxAccount resume(String symbol) {
        return change((book, now) -> book.rules().setHalted(symbol, false));
    }

    /** Sets what {@code submit_orders} answers for an id that an order of the account has already. */
    public SandboxAccount usedIdResponse(UsedIdResponse response) {
        return change((book, now) -> book.rules().setUsedIdResponse(response));
    }

    /**
     * Lets a risk check refuse new orders in this symbol from now on, with 400 and this reason in the details.
     *
     * @param reason in the API's words, for example {@code BUYING_POWER} or {@code SELF_MATCH}; null to take orders again
     */
    public SandboxAccount riskRejection(String symbol, @Nullable String reason) {
        return change((book, now) -> book.rules().setRiskRejection(symbol, reason));
    }

    /** Gives the account to somebody else: from now on the sandbox's API key gets 403. */
    public SandboxAccount ownedBySomebodyElse() {
        return change((book, now) -> book.rules().makeForeign());
    }

    // ---- Act

    /** Makes an order NEW if it is PENDING_NEW. */
    public SandboxAccount accept(String orderId) {
        return change((book, now) -> book.orders().accept(orderId, now.time()));
    }

    /** Fills all that is left of an order at the instrument's price, and moves the position. */
    public SandboxAccount fill(String orderId) {
        return change((book, now) -> book.orders().fillRest(orderId, now.time()));
    }

    /**
     * Fills a part of an order, and moves the position, if need be across zero.
     *
     * @param quantity above zero, and at most what is left of the order
     * @param price per unit, above zero
     * @throws IllegalArgumentException if one of them is not
     * @throws IllegalStateException also if the order is awaiting release
     */
    public SandboxAccount fill(String orderId, String quantity, String price) {
        BigDecimal units = DecimalText.positive("A quantity", quantity);
        BigDecimal perUnit = DecimalText.positive("A price", price);
        return change((book, now) -> book.orders().fill(orderId, units, perUnit, now.time()));
    }

    /** Fills all open orders that are not awaiting release, in the order of their creation. */
    public SandboxAccount fillAll() {
        return change((book, now) -> book.orders().fillAll(now.time()));
    }

    /** Rejects an open order. What has filled stays filled. */
    public SandboxAccount reject(String orderId, String reason) {
        return change((book, now) -> book.orders().reject(orderId, reason, now.time()));
    }

    /** Cancels an open order, as the venue or another user could. What has filled stays filled. */
    public SandboxAccount cancel(String orderId) {
        return change((book, now) -> book.orders().cancel(orderId, now.time()));
    }

    /** Releases an order that is awaiting release, whatever the clock says. */
    public SandboxAccount release(String orderId) {
        return change((book, now) -> book.orders().release(orderId, now));
    }

    /** Closes everything for somebody else, who does not know of the caller; with cancels, of any order in these symbols. */
    public SandboxAccount closeByAnother(boolean cancelOrders) {
        return change((book, now) -> book.closeByAnother(cancelOrders, now));
    }

    // ---- Look

    /** What the account holds now, in the order of seeding. Empty when flat. An immutable snapshot. */
    public List<SandboxPosition> positions() {
        return ledger.inAccount(id, (book, now) -> book.positions());
    }

    /** All orders there ever were, oldest first. An immutable snapshot. */
    public List<SandboxOrder> orders() {
        return ledger.inAccount(id, (book, now) -> book.orders().all());
    }

    /** One order as it stands now. */
    public SandboxOrder order(String orderId) {
        return ledger.inAccount(id, (book, now) -> book.orders().order(orderId));
    }

    /** Every change of a position there ever was, oldest first: fills, and what tests set. An immutable snapshot. */
    public List<PositionChange> positionChanges() {
        return ledger.inAccount(id, (book, now) -> book.changes());
    }

    /** The changes that fills of orders made, oldest first. An immutable snapshot. */
    public List<PositionChange> fills() {
        return positionChanges().stream()
                .filter(change -> change.orderId().isPresent())
                .toList();
    }

    private SandboxAccount change(BiConsumer<AccountBook, LedgerTime> work) {
        return ledger.inAccount(id, (book, now) -> {
            work.accept(book, now);
            return this;
        });
    }

    @Override
    public String toString() {
        return "account " + id + " of the sandbox";
    }
}
