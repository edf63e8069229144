package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an order is cancelled again, and for how long it may still go away. */
class CancelTrackerTest {
    private static final Instant NOW = VirtualDesk.START;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final OrderState ORDER = Texts.order("o-1", "NEW");
    private static final OrderState WITHOUT_ID = Texts.order("{'status': 'NEW'}");

    private final CancelTracker cancels = new CancelTracker(2, PATIENCE, USUAL);

    @Test
    void due_isAnOrderThatWasNotAskedFor_andNoneWithoutId() {
        assertThat(due(NOW)).isTrue();
        assertThat(cancels.due(List.of(WITHOUT_ID), NOW)).isEmpty();
    }

    @Test
    void due_isAgainExactlyWhenThePatienceIsOver_untilTheAttemptsAreUsedUp() {
        cancels.requested("o-1", NOW);
        assertThat(due(NOW.plus(PATIENCE).minusNanos(1))).isFalse();
        assertThat(due(NOW.plus(PATIENCE))).isTrue();

        cancels.requested("o-1", NOW);
        assertThat(due(NOW.plus(PATIENCE))).isFalse();
    }

    @Test
    void due_afterACancelThatWasNotSent_isAtOnce() {
        cancels.requested("o-1", NOW);
        cancels.notRequested("o-1");

        assertThat(due(NOW)).isTrue();
    }

    @Test
    void due_whenSomebodyElseCancelsIt_isNotBeforeThePatienceIsOver() {
        List<OrderState> pending = List.of(Texts.order("o-1", "PENDING_CANCEL"));

        assertThat(cancels.due(pending, NOW)).isEmpty();
        assertThat(cancels.due(pending, NOW.plus(PATIENCE))).hasSize(1);
    }

    @Test
    void mayGoAway_untilThePatienceOfTheLastAttemptIsOver() {
        assertThat(cancels.mayGoAway(ORDER, NOW)).isTrue();
        assertThat(cancels.mayGoAway(WITHOUT_ID, NOW)).isFalse();

        cancels.requested("o-1", NOW);
        assertThat(cancels.mayGoAway(ORDER, NOW.plus(PATIENCE))).isTrue();

        cancels.requested("o-1", NOW);
        assertThat(cancels.mayGoAway(ORDER, NOW.plus(PATIENCE).minusNanos(1))).isTrue();
        assertThat(cancels.mayGoAway(ORDER, NOW.plus(PATIENCE))).isFalse();
    }

    @Test
    void refused_isNeitherDueNorGoingAway_andSaysWhy() {
        assertThat(cancels.refusal(ORDER)).isEmpty();

        cancels.refused("o-1", NOW, "no");

        assertThat(cancels.refusal(ORDER)).contains("no");
        assertThat(cancels.refusal(WITHOUT_ID)).isEmpty();
        assertThat(cancels.mayGoAway(ORDER, NOW)).isFalse();
        assertThat(due(NOW.plus(PATIENCE))).isFalse();
        assertThat(areNew(NOW)).isFalse();
    }

    @Test
    void refused_ofTheOnlyAttempt_isNotNewEither() {
        CancelTracker once = new CancelTracker(1, PATIENCE, USUAL);
        once.refused("o-1", NOW, "no");

        assertThat(once.areNew(List.of(ORDER), NOW)).isFalse();
    }

    @Test
    void areNew_duringTheUsualTimeOfTheFirstAttempt() {
        assertThat(areNew(NOW)).isFalse();

        cancels.requested("o-1", NOW);
        assertThat(areNew(NOW.plus(USUAL).minusNanos(1))).isTrue();
        assertThat(areNew(NOW.plus(USUAL))).isFalse();

        cancels.requested("o-1", NOW);
        assertThat(areNew(NOW)).isFalse();
    }

    private boolean due(Instant now) {
        return cancels.due(List.of(ORDER), now).contains(ORDER);
    }

    private boolean areNew(Instant now) {
        return cancels.areNew(List.of(ORDER), now);
    }
}
