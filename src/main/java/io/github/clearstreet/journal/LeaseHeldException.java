package io.github.clearstreet.journal;

/** Somebody else holds the account. The message says who, and since when. */
public final class LeaseHeldException extends JournalException {
    private static final long serialVersionUID = 1L;

    private final transient LeaseHolder holder;

    /** Account {@code accountId} is held. */
    public LeaseHeldException(long accountId, LeaseHolder holder) {
        super("account " + accountId + " is held by " + holder + ": wait for its end, or stop it");
        this.holder = holder;
    }

    /** Who holds the account. */
    public LeaseHolder holder() {
        return holder;
    }
}
