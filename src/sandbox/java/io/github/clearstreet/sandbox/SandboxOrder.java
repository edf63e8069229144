package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stood in the sandbox's ledger when the test looked. Statuses, sides and types are the API's words.
 * Immutable and thread-safe.
 */
public final class SandboxOrder {
    private final String id;
    private final long accountId;
    private final SandboxInstrument instrument;
    private final OrderTicket ticket;
    private final boolean createdThroughApi;
    private final Instant createdAt;
    private final OrderProgress progress;

    SandboxOrder(
            String id,
            long accountId,
            SandboxInstrument instrument,
            OrderTicket ticket,
            boolean createdThroughApi,
            Instant createdAt,
            OrderProgress progress) {
        this.id = id;
        this.accountId = accountId;
        this.instrument = instrument;
        this.ticket = ticket;
        this.createdThroughApi = createdThroughApi;
        this.createdAt = createdAt;
        this.progress = progress;
    }

    SandboxOrder with(OrderProgress next) {
        return new SandboxOrder(id, accountId, instrument, ticket, createdThroughApi, createdAt, next);
    }

    OrderProgress progress() {
        return progress;
    }

    /** What answers carry as {@code id}. Unique in the sandbox. */
    public String id() {
        return id;
    }

    /** Number of the account that the order belongs to. */
    public long accountId() {
        return accountId;
    }

    /** What is traded, as it was described when the order was created. */
    public SandboxInstrument instrument() {
        return instrument;
    }

    /** The id that whoever submitted the order gave it; closing orders have one of the server's. Empty if there is none. */
    public Optional<String> clientOrderId() {
        return ticket.fields().get("client_order_id") instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The same order by another name. */
    SandboxOrder named(String newId, @Nullable String clientOrderId) {
        return new SandboxOrder(
                newId,
                accountId,
                instrument,
                ticket.withField("client_order_id", clientOrderId),
                createdThroughApi,
                createdAt,
                progress);
    }

    /** True if this is its id, or that of the child through which it works. */
    boolean isNamed(String orderId) {
        return id.equals(orderId) || ChildOrder.idOf(id).equals(orderId);
    }

    /** What the order asked for: side, type, time in force, prices. */
    public OrderTicket ticket() {
        return ticket;
    }

    /** True for an order that {@code close_positions}, {@code close_position} or {@code submit_orders} created; false for one of the test's. */
    public boolean createdThroughApi() {
        return createdThroughApi;
    }

    /** Trading symbol of the instrument. */
    public String symbol() {
        return ticket.symbol();
    }

    /** {@code BUY}, {@code SELL} or {@code SELL_SHORT}. */
    public String side() {
        return ticket.side();
    }

    /** Units ordered, above zero. */
    public BigDecimal quantity() {
        return ticket.quantity();
    }

    /**
     * {@code PENDING_NEW}, {@code NEW}, {@code PARTIALLY_FILLED}, {@code PENDING_CANCEL}, {@code FILLED}, {@code CANCELED}
     * or {@code REJECTED}.
     */
    public String status() {
        return progress.status().name();
    }

    /** True while the order can still fill, now or after its release. */
    public boolean isOpen() {
        return !progress.status().isFinal();
    }

    /** Units executed so far. */
    public BigDecimal filledQuantity() {
        return progress.filledQuantity();
    }

    /** Units that can still fill; zero once the order is final. */
    public BigDecimal leavesQuantity() {
        return progress.leavesQuantity(quantity());
    }

    /** Price per unit over all fills, rounded to 16 digits; empty before the first. */
    public Optional<BigDecimal> averageFillPrice() {
        return progress.averageFillPrice();
    }

    /** Why the order was rejected; otherwise empty. */
    public List<String> details() {
        return progress.details();
    }

    /** {@code AWAITING_RELEASE} or {@code RELEASED}; empty for an order that was never held back. */
    public Optional<String> queueState() {
        return releasesAt().map(at -> progress.released() ? "RELEASED" : "AWAITING_RELEASE");
    }

    /** When a held-back order starts working; empty for an order that was never held back. */
    public Optional<Instant> releasesAt() {
        return Optional.ofNullable(progress.releasesAt());
    }

    /** When the order was created, by the sandbox's clock. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the order last changed, by the sandbox's clock. */
    public Instant updatedAt() {
        return progress.updatedAt();
    }

    @Override
    public String toString() {
        return Printable.text(ticket + " " + status() + ", filled "
                + filledQuantity().toPlainString() + " (order " + id + ", account " + accountId + ")");
    }
}
