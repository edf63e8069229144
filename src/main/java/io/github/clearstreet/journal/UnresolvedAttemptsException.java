package io.github.clearstreet.journal;

import java.util.List;

/** The account is in doubt: what was sent for it earlier may have been carried out, or may be still. */
public final class UnresolvedAttemptsException extends JournalException {
    private static final long serialVersionUID = 1L;

    private final transient List<Attempt> attempts;

    /** Account {@code accountId} has unresolved attempts that may trade. */
    public UnresolvedAttemptsException(long accountId, List<Attempt> attempts) {
        super("account " + accountId + " is in doubt, since it is not known what became of " + attempts.get(0)
                + (attempts.size() == 1 ? "" : ", and of " + (attempts.size() - 1) + " more")
                + ". Reconcile it first");
        this.attempts = List.copyOf(attempts);
    }

    /** The unresolved attempts that may trade. */
    public List<Attempt> attempts() {
        return attempts;
    }
}
