package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.ChildOrder;
import io.github.clearstreet.sandbox.Conditions;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.ResponseChanges;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.UsedIdResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the server shows the truth, and how wrong the clock of the client is.
 *
 * @param positionsLag how many seconds positions are behind the ledger
 * @param closesLag whether closes are computed from positions as they are shown
 * @param executionsLag how many seconds executions are behind the ledger
 * @param ordersWindow how many seconds of orders come without a restriction; zero for all
 * @param clockAhead how many seconds the client's clock is ahead of the server's
 * @param clockStep by how many seconds the client's clock is set while the run is under way
 * @param happensAt with which request of the run the clock is set, and another closes everything
 * @param hidden which reads of positions do not show what is held
 * @param spelling how closing orders name their instrument
 * @param child how orders show through which closing orders work; null if they work by themselves
 * @param listener what the listener of the run does
 */
record Server(
        int positionsLag,
        boolean closesLag,
        int executionsLag,
        int ordersWindow,
        boolean byLastChange,
        int clockAhead,
        int clockStep,
        int happensAt,
        boolean anotherCloses,
        Hidden hidden,
        Spelling spelling,
        @Nullable ChildOrder child,
        UsedIdResponse usedId,
        Listening listener) {
    static final Server KIND = new Server(
            0,
            false,
            0,
            0,
            false,
            0,
            0,
            0,
            false,
            new Hidden(0, 0, false),
            Spelling.AS_POSITIONS,
            null,
            UsedIdResponse.CONFLICT,
            Listening.QUIETLY);

    /**
     * @param first the how manieth read of positions comes without a row, zero for none
     * @param times in how many reads, one after the other
     * @param counted whether {@code total_items} counts the rows still
     */
    record Hidden(int first, int times, boolean counted) {
        SandboxResponse of(SandboxRequest request, SandboxResponse response, int read) {
            boolean hides = read >= first && read < first + times;
            return !hides
                    ? response
                    : (counted ? ResponseChanges.withoutLastRows(1_000) : ResponseChanges.emptyList())
                            .customize(request, response);
        }
    }

    enum Spelling {
        AS_POSITIONS,
        WITHOUT_ID,
        SMALL_LETTERS,
        WITHOUT_SPACES
    }

    enum Listening {
        QUIETLY,
        THROWS,
        BLOCKS
    }

    boolean isKind() {
        return equals(KIND);
    }

    Conditions conditions() {
        Conditions conditions = Conditions.usual().executionsLag(Duration.ofSeconds(executionsLag));
        conditions = closesLag
                ? conditions.positionsAndClosesLag(Duration.ofSeconds(positionsLag))
                : conditions.positionsLag(Duration.ofSeconds(positionsLag));
        conditions = byLastChange ? conditions.ordersByLastChange() : conditions;
        return ordersWindow == 0 ? conditions : conditions.ordersWindow(Duration.ofSeconds(ordersWindow));
    }

    /** A closing order as lists show it. */
    OrderBehaviour shown(OrderBehaviour behaviour, String symbol) {
        OrderBehaviour shown = child == null ? behaviour : behaviour.worksThrough(child);
        return switch (spelling) {
            case AS_POSITIONS -> shown;
            case WITHOUT_ID -> shown.withField("instrument_id", null);
            case SMALL_LETTERS ->
                shown.withField("instrument_id", null).withField("symbol", symbol.toLowerCase(Locale.ROOT));
            case WITHOUT_SPACES -> shown.withField("instrument_id", null).withField("symbol", symbol.replace(" ", ""));
        };
    }

    void happens(SandboxAccount account) {
        if (anotherCloses) {
            account.closeByAnother(closesLag);
        }
    }
}
